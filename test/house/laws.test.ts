import { beforeAll, describe, expect, test } from 'vitest';
import { reportsOf } from './planted-house.ts';

/** One planted file, and the line and rule of every report it must bring. */
type Law = { readonly file: string; readonly text: string; readonly reports: readonly string[] };

const LAWS: Record<string, Law> = {
  'a circle of two files is red, even one of types alone': {
    file: 'src/session/circle.ts',
    text: "import type { Other } from './circle-other.ts';\nexport type Circle = { readonly other?: Other };\n",
    reports: ['1 lint/suspicious/noImportCycles'],
  },
  'a default export is red': {
    file: 'src/review/default-export.ts',
    text: 'export default 1;\n',
    reports: ['1 lint/style/noDefaultExport'],
  },
  'a tool that asks for a default export may have it': {
    file: 'some.config.ts',
    text: 'export default 1;\n',
    reports: [],
  },
  'a barrel is red': {
    file: 'src/review/barrel.ts',
    text: "export { zones } from './zones.ts';\n",
    reports: ['1 lint/performance/noBarrelFile'],
  },
  'any is red': {
    file: 'src/exchange/any.ts',
    text: 'export const open = (value: any): string => String(value);\n',
    reports: ['1 lint/suspicious/noExplicitAny'],
  },
  'a non-null assertion is red, in tests too': {
    file: 'test/assertion.ts',
    text: 'export const first = (list: readonly string[]): string => list[0]!;\n',
    reports: ['1 lint/style/noNonNullAssertion'],
  },
  'a type imported as a value is red': {
    file: 'src/session/type-as-value.ts',
    text: "import { State } from './state.ts';\nexport type Kept = State;\n",
    reports: ['1 lint/style/useImportType'],
  },
  'an unused import and an unused variable are red': {
    file: 'src/journal/unused.ts',
    text: "import { join } from 'node:path';\nconst idle = 1;\n",
    reports: ['1 lint/correctness/noUnusedImports', '2 lint/correctness/noUnusedVariables'],
  },
  'a function of cognitive complexity 16 is red': {
    file: 'src/cues/tangled.ts',
    text: tangled('tangled', 16),
    reports: ['1 lint/complexity/noExcessiveCognitiveComplexity'],
  },
  'a function of cognitive complexity 15 passes': {
    file: 'src/cues/nearly-tangled.ts',
    text: tangled('nearlyTangled', 15),
    reports: [],
  },
  'the session knows no clock, no chance, no machine': {
    file: 'src/session/impure.ts',
    text: impureLines(),
    reports: impureReports(),
  },
  'the review knows no clock, no chance, no machine': {
    file: 'src/review/nested/impure.ts',
    text: impureLines(),
    reports: impureReports(),
  },
  'above the pure floors clocks and chance are welcome': {
    file: 'src/journal/impure.ts',
    text: impureLines(),
    reports: [],
  },
  'the session may count: Math is welcome but for its dice': {
    file: 'src/session/sums.ts',
    text: 'export const highest = (a: number, b: number): number => Math.round(Math.max(a, b));\n',
    reports: [],
  },
  'an asynchronous import is held to the floors too': {
    file: 'src/session/lazy.ts',
    text: "export const lazy = async (): Promise<unknown> => import('../journal/journal.ts');\n",
    reports: ['1 lint/style/noRestrictedImports'],
  },
  'devices cannot be taken whole, by default or for effect where only types may come': {
    file: 'src/session/whole.ts',
    text: [
      "import whole from '../../devices/heart-rate-measurement.ts';",
      "import * as all from '../../devices/heart-rate-measurement.ts';",
      "import '../../devices/heart-rate-measurement.ts';",
      'export const used = [whole, all];',
      '',
    ].join('\n'),
    reports: [1, 2, 3].map((line) => `${line} lint/style/noRestrictedImports`),
  },
  'a path that goes down and up again is red, however it is written': {
    file: 'src/exchange/detour.ts',
    text: [
      "import { a } from './../journal/journal.ts';",
      "import { b } from '../session/../journal/journal.ts';",
      "import { c } from './nested/../../journal/journal.ts';",
      "import { d } from '././fit.ts';",
      "export const lazy = async (): Promise<unknown> => import('./../journal/journal.ts');",
      'export const used = [a, b, c, d];',
      '',
    ].join('\n'),
    reports: [1, 2, 3, 4, 5].map((line) => `${line} plugin`),
  },
};

/** The other half of the circle, which stands in a file of its own. */
const CIRCLE = {
  'src/session/circle-other.ts':
    "import type { Circle } from './circle.ts';\nexport type Other = { readonly circle?: Circle };\n",
};

function tangled(name: string, complexity: number): string {
  const branches = Array.from(
    { length: complexity },
    (_, i) => `  if (n === ${i}) return ${i * i};`,
  );
  return [`export function ${name}(n: number): number {`, ...branches, '  return n;', '}', ''].join(
    '\n',
  );
}

function impureLines(): string {
  return [
    'export const today = (): unknown => new Date();',
    'export const now = (): number => Date.now();',
    'export const elapsed = (): number => performance.now();',
    'export const later = (f: () => void): unknown => setTimeout(f, 1);',
    'export const often = (f: () => void): unknown => setInterval(f, 1);',
    'export const hidden = (): number => globalThis.performance.now();',
    'export const dice = (): number => Math.random();',
    "export const loaded = (key: 'random'): number => Math[key]();",
    'export const { random } = Math;',
    'export const unique = (): string => crypto.randomUUID();',
    'export const home = (): unknown => process.env.HOME;',
    '',
  ].join('\n');
}

function impureReports(): string[] {
  const globals = [1, 2, 3, 4, 5, 6, 10, 11].map(
    (line) => `${line} lint/style/noRestrictedGlobals`,
  );
  return [...globals, ...[7, 8, 9].map((line) => `${line} plugin`)];
}

describe('the laws of the house, kept by biome.json', () => {
  let reports: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(async () => {
    const files = Object.values(LAWS).map(({ file, text }) => [file, text]);
    reports = await reportsOf({ ...Object.fromEntries(files), ...CIRCLE });
  });

  test.each(Object.entries(LAWS))('%s', (_, { file, reports: expected }) => {
    expect(reports.get(file) ?? []).toEqual([...expected].sort());
  });
});
