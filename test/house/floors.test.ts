import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportsOf } from './planted-house.ts';

const PACKAGES = [
  'rxjs',
  'zod',
  'yaml',
  'lowdb',
  'lowdb/node',
  'env-paths',
  'commander',
  'ink',
  'react',
  '@abandonware/noble',
  'node:process',
  'node:child_process',
  'node:fs/promises',
];
const NODE = PACKAGES.filter((name) => name.startsWith('node:'));

const ROOMS = [
  'devices/heart-rate-measurement.ts',
  'devices/simulator/heart.ts',
  'devices/ble/strap.ts',
  'src/session/state.ts',
  'src/library/catalogue.ts',
  'src/review/zones.ts',
  'src/exchange/fit.ts',
  'src/journal/journal.ts',
  'src/cues/bell.ts',
  'src/controller.ts',
  'src/clock.ts',
  'src/ui/screen.tsx',
  'src/commands/train.ts',
  'src/main.ts',
];
const TYPES_OF_DEVICES = 'types of devices/heart-rate-measurement.ts';
const UNIVERSE = [...PACKAGES, ...ROOMS, TYPES_OF_DEVICES];

const DEVICES = ['devices/heart-rate-measurement.ts', TYPES_OF_DEVICES];
const ALL_DEVICES = [...DEVICES, 'devices/simulator/heart.ts', 'devices/ble/strap.ts'];
const SESSION = 'src/session/state.ts';
const REVIEW = 'src/review/zones.ts';
const BELOW_COMMANDS = ROOMS.filter((room) => room !== 'src/main.ts');

/** The table of the floors: each standpoint, and all it may import. What is not named is forbidden. */
const FLOORS: Record<string, readonly string[]> = {
  'devices/planted.ts': [...ALL_DEVICES, 'rxjs'],
  'devices/simulator/planted.ts': [...ALL_DEVICES, 'rxjs'],
  'devices/replay/planted.ts': [...ALL_DEVICES, 'rxjs'],
  'devices/ble/planted.ts': [...ALL_DEVICES, 'rxjs', 'zod', ...NODE],
  'devices/ble/driver.ts': [...ALL_DEVICES, 'rxjs', 'zod', ...NODE, '@abandonware/noble'],
  'src/session/planted.ts': [SESSION, TYPES_OF_DEVICES, 'zod'],
  'src/session/nested/planted.ts': [SESSION, TYPES_OF_DEVICES, 'zod'],
  'src/library/planted.ts': ['src/library/catalogue.ts', SESSION, 'yaml', 'zod', ...NODE],
  'src/library/nested/planted.ts': ['src/library/catalogue.ts', SESSION, 'yaml', 'zod', ...NODE],
  'src/review/planted.ts': [REVIEW, SESSION],
  'src/review/nested/planted.ts': [REVIEW, SESSION],
  'src/exchange/planted.ts': ['src/exchange/fit.ts', SESSION, REVIEW, 'zod', ...NODE],
  'src/exchange/nested/planted.ts': ['src/exchange/fit.ts', SESSION, REVIEW, 'zod', ...NODE],
  'src/journal/planted.ts': journalMay(),
  'src/journal/nested/planted.ts': journalMay(),
  'src/cues/planted.ts': ['src/cues/bell.ts', SESSION, 'node:child_process'],
  'src/cues/nested/planted.ts': ['src/cues/bell.ts', SESSION, 'node:child_process'],
  'src/controller-planted.ts': ['src/controller.ts', 'src/clock.ts', SESSION, ...DEVICES, 'rxjs'],
  'src/clock-planted.ts': ['src/controller.ts', 'src/clock.ts', SESSION, ...DEVICES, 'rxjs'],
  'src/ui/planted.tsx': uiMay(),
  'src/ui/nested/planted.tsx': uiMay(),
  'src/ui/terminal.ts': [...uiMay(), ...NODE],
  'src/ui/terminal/planted.ts': [...uiMay(), ...NODE],
  'src/commands/planted.ts': commandsMay(),
  'src/commands/nested/planted.ts': commandsMay(),
  'src/main.ts': ['src/commands/train.ts', 'node:process'],
  'src/nowhere/planted.ts': [],
  'src/nowhere.ts': ['src/controller.ts', 'src/clock.ts', 'src/main.ts', ...roomsUnderSrc()],
  'test/planted.ts': UNIVERSE.filter((name) => name !== '@abandonware/noble'),
  'bench/planted.ts': UNIVERSE.filter((name) => name !== '@abandonware/noble'),
};

function journalMay(): string[] {
  return [
    'src/journal/journal.ts',
    SESSION,
    'lowdb',
    'lowdb/node',
    'zod',
    'rxjs',
    'env-paths',
    ...NODE,
  ];
}

function uiMay(): string[] {
  return ['src/ui/screen.tsx', SESSION, REVIEW, TYPES_OF_DEVICES, 'ink', 'react'];
}

function commandsMay(): string[] {
  return [...BELOW_COMMANDS, TYPES_OF_DEVICES, 'rxjs', 'commander', 'zod', 'env-paths', ...NODE];
}

function roomsUnderSrc(): string[] {
  return ROOMS.filter((room) => room.startsWith('src/') && room.split('/').length > 2);
}

/** One import statement a line, in the order of UNIVERSE, each name used once below. */
function importing(from: string, targets: readonly string[]): string {
  const statements = targets.map((target, i) => {
    const type = target === TYPES_OF_DEVICES;
    const place = type ? 'devices/heart-rate-measurement.ts' : target;
    const what = type ? `type { Planted${i} }` : `{ planted${i} }`;
    return `import ${what} from '${specifier(from, place)}';`;
  });
  const uses = targets.map((target, i) =>
    target === TYPES_OF_DEVICES
      ? `export type Use${i} = Planted${i};`
      : `export const use${i} = planted${i};`,
  );
  return [...statements, ...uses, ''].join('\n');
}

function specifier(from: string, target: string): string {
  if (!ROOMS.includes(target)) return target;
  const path = posix.relative(posix.dirname(from), target);
  return path.startsWith('.') ? path : `./${path}`;
}

describe('the floors of the house, kept by biome.json', () => {
  let reports: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(async () => {
    const files = Object.keys(FLOORS).map((file) => [file, importing(file, UNIVERSE)]);
    reports = await reportsOf(Object.fromEntries(files));
  });

  test.each(Object.entries(FLOORS))('%s imports what its floor may, and no more', (file, may) => {
    const refused = (reports.get(file) ?? [])
      .filter((report) => report.endsWith(' lint/style/noRestrictedImports'))
      .map((report) => UNIVERSE[Number.parseInt(report, 10) - 1]);
    expect(refused.sort()).toEqual(UNIVERSE.filter((name) => !may.includes(name)).sort());
  });
});
