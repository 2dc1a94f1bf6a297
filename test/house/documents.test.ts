import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRoutine } from '../../src/library/parse-routine.ts';
import { evolve } from '../../src/session/evolve.ts';
import { ready } from '../../src/session/state.ts';
import { law } from '../session/random-session.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (path: string): string => readFileSync(path, 'utf8');
const architecture = textOf('docs/architecture.md');

/** The rows of a table under a heading row, each a list of cells. */
const rowsUnder = (heading: string): string[][] => {
  const from = architecture.indexOf(heading);
  const table = architecture.slice(from).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

describe('every file that a document names is there', () => {
  test.each(documents)('%s', (document) => {
    const text = textOf(document);
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|srcset)="([^"]+)"/g)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter((link) => !/^https?:/.test(link))
      .map((link) => join(dirname(document), link));
    const named = [...text.matchAll(/`((?:src|devices|test|docs|bench|bin)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    const missing = [...links, ...named].filter((path) => !existsSync(path));
    expect(missing.filter((path) => !/^dist\//.test(path))).toEqual([]);
  });
});

describe('the floors that are drawn are those of biome.json', () => {
  const { overrides } = JSON.parse(textOf('biome.json')) as {
    readonly overrides: readonly {
      readonly includes: readonly string[];
      readonly linter?: { readonly rules?: { readonly style?: Record<string, unknown> } };
    }[];
  };

  /** The names that a floor's first pattern group lets in, as the document writes them. */
  const letIn = (room: string): string[] => {
    const include = /\.ts$/.test(room) ? room.replace('.ts', '*.ts') : `${room}/*`;
    const files = `${room}/*.ts`;
    const isRoom = (includes: readonly string[]) =>
      [include, room, files].some((each) => includes.includes(each));
    const found = overrides.find(
      ({ includes, linter }) =>
        isRoom(includes) && linter?.rules?.style?.noRestrictedImports !== undefined,
    );
    const groups = JSON.stringify(found?.linter?.rules?.style?.noRestrictedImports ?? '');
    const [first = ''] = /"group":\[[^\]]*\]/.exec(groups) ?? [];
    return [...first.matchAll(/"!([^"]+)"/g)].map(([, name = '']) => name);
  };

  const asWritten = (name: string, room: string): string | undefined => {
    if (/^\.\/(\*\*|controller|clock)/.test(name) || ['node:*/**', 'lowdb/node'].includes(name)) {
      return undefined;
    }
    if (name.includes('heart-rate-')) {
      return room === 'src/controller.ts'
        ? 'devices/heart-rate-*'
        : 'types of devices/heart-rate-*';
    }
    return name.replace(/^[./]*/, '').replace(/\/\*\*$/, '');
  };

  const rows = rowsUnder('| floor | room |').map(
    ([, room = '', ours = '', others = '']) =>
      [/\[([^\]]+)\]/.exec(room)?.[1] ?? room, ours, others] as const,
  );

  test.each(rows.filter(([room]) => room !== 'src/commands'))('%s', (room, ours, others) => {
    const written = [...ours.split(', '), ...others.split(', ')].filter((name) => name !== '–');
    const real = letIn(room).flatMap((name) => asWritten(name, room) ?? []);
    expect(written.sort()).toEqual(real.sort());
  });

  test('and each room under src has its row', () => {
    const rooms = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`);
    expect(rows.map(([room]) => room)).toEqual(expect.arrayContaining(rooms));
  });
});

describe('the phases that are drawn are those of a session', () => {
  const source = textOf('src/session/state.ts');
  const union = source.slice(
    source.indexOf('export type Phase'),
    source.indexOf('export type Episode'),
  );
  const phases = [...new Set([...union.matchAll(/name: '([a-z-]+)'/g)].map(([, name]) => name))];
  const drawing = architecture.slice(architecture.indexOf('## The phases'));
  const ways = new Set(
    rowsUnder('| from | to | when |').flatMap(([from = '', to = '']) =>
      to.split(', ').map((each) => `${from} → ${each}`),
    ),
  );

  test('each is there, in the drawing and in the table, and no other', () => {
    const [picture = ''] = /```[\s\S]*?```/.exec(drawing) ?? [];
    const drawn = new Set([...picture.matchAll(/\[([a-z-]+)\]/g)].map(([, name]) => name));
    expect([...drawn].sort()).toEqual([...phases].sort());
    const named = new Set([...ways].flatMap((way) => way.split(' → ')));
    expect([...named].sort()).toEqual([...phases].sort());
  });

  test('and no session takes a way that is not in the table', () => {
    law(({ header }, { facts }) => {
      let state = ready(header);
      for (const fact of facts) {
        const next = evolve(state, fact);
        const way = `${state.phase.name} → ${next.phase.name}`;
        if (state.phase.name !== next.phase.name) expect([...ways]).toContain(way);
        state = next;
      }
    });
  });
});

describe('docs/routines.md', () => {
  const text = textOf('docs/routines.md');

  test('its example is right', () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    expect(parseRoutine(yaml)).toMatchObject({ routine: { id: 'morning-stretch' } });
  });

  test('it names every key of a routine, a step and a dose', () => {
    const schema = JSON.parse(textOf('docs/routine.schema.json'));
    const all = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
        for (const key of Object.keys(node.properties)) all.add(key);
      }
      for (const child of Object.values(node)) walk(child);
    };
    walk(schema);
    expect(all.size).toBeGreaterThan(30);
    expect([...all].filter((key) => !new RegExp(`\\b${key}\\b`).test(text))).toEqual([]);
  });
});
