import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Digest, readCatalogue } from '../../src/journal/catalogue.ts';
import { catalogueSchema } from '../../src/journal/catalogue-schema.ts';
import { journalName } from '../../src/journal/journal-name.ts';
import { lineOf } from '../../src/journal/line.ts';
import { doorFor } from '../../src/session/door-for.ts';
import { header, recordedFacts, temporaryFolder, textAt } from './samples.ts';

const facts = recordedFacts(20);

function directoryOf(...ids: string[]): string {
  const directory = temporaryFolder();
  mkdirSync(join(directory, 'sessions'));
  for (const [index, id] of ids.entries()) store(directory, id, index + 1);
  return directory;
}

function store(directory: string, id: string, day: number, told = facts): string {
  const startedAt = `2026-11-${String(day).padStart(2, '0')}T07:00:00Z`;
  const path = join(directory, 'sessions', journalName(startedAt, id));
  writeFileSync(path, [{ ...header, id, startedAt }, ...told].map(lineOf).join(''));
  return path;
}

const catalogueOf = (directory: string): string => join(directory, 'catalogue.json');

type Few = { readonly id: string; readonly facts: number; readonly damaged: number };
const schema = z.object({ id: z.string(), facts: z.number(), damaged: z.number() });

/** Reads it, with the ids of the journals that were read for it and what was said. */
async function read(directory: string, version = 1) {
  const journals: string[] = [];
  const said: string[] = [];
  const progress: number[][] = [];
  const digest: Digest<Few> = {
    version,
    door: doorFor(catalogueSchema(version, schema)),
    figuresOf: (session) => {
      journals.push(session.header.id);
      const { damage } = session;
      return { id: session.header.id, facts: session.facts.length, damaged: damage.length };
    },
  };
  const { sessions, unreadable } = await readCatalogue(directory, digest, {
    say: (sentence) => said.push(sentence),
    progress: (done, all) => progress.push([done, all]),
  });
  return { figures: sessions.map((each) => each.figures), journals, said, unreadable, progress };
}

test('newest first, from the journals at first and from the catalogue after that', async () => {
  const directory = directoryOf('aaaaaa', 'bbbbbb', 'cccccc');
  const first = await read(directory);
  expect(first.figures.map(({ id }) => id)).toEqual(['cccccc', 'bbbbbb', 'aaaaaa']);
  expect(first.figures[0]).toEqual({ id: 'cccccc', facts: facts.length, damaged: 0 });
  expect(first.said).toEqual([
    expect.stringMatching(/catalogue\.json" is missing: it is made anew from the 3 sessions/),
  ]);
  const second = await read(directory);
  expect(second).toEqual({ ...first, journals: [], said: [], progress: [] });
});

test('nothing is read, written or said where there is no session', async () => {
  const directory = temporaryFolder();
  expect(await read(directory)).toMatchObject({ figures: [], said: [], unreadable: [] });
  expect(readdirSync(directory)).toEqual([]);
});

test('only what is new or has changed is read anew; what is gone is left out', async () => {
  const directory = directoryOf('aaaaaa', 'bbbbbb');
  await read(directory);
  const third = store(directory, 'cccccc', 3);
  expect(await read(directory)).toMatchObject({ journals: ['cccccc'], said: [] });
  appendFileSync(third, lineOf({ type: 'note-added', atMs: 1, text: 'a note' }));
  const noted = await read(directory);
  expect(noted.journals).toEqual(['cccccc']);
  expect(noted.figures[0]?.facts).toBe(facts.length + 1);
  unlinkSync(third);
  expect((await read(directory)).figures.map(({ id }) => id)).toEqual(['bbbbbb', 'aaaaaa']);
  expect(textAt(catalogueOf(directory))).not.toContain('cccccc');
});

test('a journal of the same length that was changed later is read anew', async () => {
  const directory = directoryOf('aaaaaa');
  await read(directory);
  const [name = ''] = readdirSync(join(directory, 'sessions'));
  utimesSync(join(directory, 'sessions', name), 2e9, 2e9);
  expect((await read(directory)).journals).toEqual(['aaaaaa']);
});

test.each([
  ['empty', ''],
  ['{', '{'],
  ['NULs', '\0'.repeat(300)],
  ['null', 'null'],
  ['a list', '[]'],
  ['rubbish', '\u00ff\u0000 not JSON'],
  ['no checksum', '{"schemaVersion":1,"entries":[]}'],
])('D4 a catalogue that is %s is made anew, identical, and said so', async (_what, text) => {
  const directory = directoryOf('aaaaaa', 'bbbbbb');
  const { figures } = await read(directory);
  const good = textAt(catalogueOf(directory));
  writeFileSync(catalogueOf(directory), text);
  const again = await read(directory);
  expect(again.figures).toEqual(figures);
  expect(again.said).toEqual([expect.stringMatching(/is damaged \(.+\): it is made anew/)]);
  expect(textAt(catalogueOf(directory))).toBe(good);
});

test('D4 wrong types are damage even where the checksum fits them', async () => {
  const directory = directoryOf('aaaaaa');
  const { figures } = await read(directory);
  const good = textAt(catalogueOf(directory));
  const body = good
    .slice(good.indexOf('{"schemaVersion"'), -2)
    .replace('"damaged":0', '"damaged":"0"');
  const checksum = crc32(body).toString(16).padStart(8, '0');
  writeFileSync(catalogueOf(directory), `{"checksum":"${checksum}","catalogue":${body}}\n`);
  const again = await read(directory);
  expect(again.figures).toEqual(figures);
  expect(again.said).toEqual([expect.stringContaining('expected number, received string')]);
  expect(textAt(catalogueOf(directory))).toBe(good);
});

test('D4 any one byte that is another makes it anew, identical, and said so', async () => {
  const directory = directoryOf('aaaaaa');
  const { figures } = await read(directory);
  const good = readFileSync(catalogueOf(directory));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: good.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const bad = Buffer.from(good);
        bad[at] = (bad[at] ?? 0) ^ change;
        writeFileSync(catalogueOf(directory), bad);
        const again = await read(directory);
        expect(again.figures).toEqual(figures);
        expect(again.said).toHaveLength(1);
        expect(readFileSync(catalogueOf(directory)).equals(good)).toBe(true);
      },
    ),
  );
});

test('D4 cut off anywhere, it is made anew', async () => {
  const directory = directoryOf('aaaaaa');
  const { figures } = await read(directory);
  const good = readFileSync(catalogueOf(directory));
  for (let bytes = 0; bytes < good.length; bytes += 7) {
    writeFileSync(catalogueOf(directory), good.subarray(0, bytes));
    const again = await read(directory);
    expect(again).toMatchObject({ figures, said: [expect.stringContaining('damaged')] });
  }
});

test('D4 a folder, a FIFO or a file too large in its place is no catalogue, and lists all the same', async () => {
  const directory = directoryOf('aaaaaa');
  mkdirSync(catalogueOf(directory));
  const { figures, said } = await read(directory);
  expect(figures).toHaveLength(1);
  expect(said.join(' ')).toMatch(/damaged.*cannot be written/);
});

test('D8 the catalogue of a newer pulsepace is left untouched; an older one is made anew', async () => {
  const directory = directoryOf('aaaaaa');
  await read(directory, 7);
  const newer = textAt(catalogueOf(directory));
  const now = await read(directory, 6);
  expect(now).toMatchObject({
    journals: ['aaaaaa'],
    said: [expect.stringMatching(/newer pulsepace and is left untouched/)],
  });
  expect(textAt(catalogueOf(directory))).toBe(newer);
  expect(await read(directory, 8)).toMatchObject({
    said: [expect.stringMatching(/another version: it is made anew/)],
  });
  expect(textAt(catalogueOf(directory))).not.toBe(newer);
});

test('D6 readable by its owner alone', async () => {
  const directory = directoryOf('aaaaaa');
  await read(directory);
  expect(statSync(catalogueOf(directory)).mode & 0o777).toBe(0o600);
});

test.skipIf(process.getuid?.() === 0)(
  'where it cannot be written it is said, and all is listed',
  async () => {
    const directory = directoryOf('aaaaaa');
    chmodSync(directory, 0o500);
    const { figures, said } = await read(directory);
    chmodSync(directory, 0o700);
    expect(figures).toHaveLength(1);
    expect(said.at(-1)).toMatch(/cannot be written \(permission is denied/);
  },
);

test('D5 damaged and unreadable journals are told, and none is touched', async () => {
  const directory = directoryOf('aaaaaa');
  const folder = join(directory, 'sessions');
  const [name = ''] = readdirSync(folder);
  appendFileSync(join(folder, name), 'rubbish\n');
  writeFileSync(join(folder, '2026-12-01T000000Z_broken.ndjson'), 'x');
  const future = lineOf(header).replace('"schemaVersion":1', '"schemaVersion":7');
  writeFileSync(join(folder, '2026-12-02T000000Z_future.ndjson'), future);
  const contents = () => readdirSync(folder).map((each) => textAt(join(folder, each)));
  const before = contents();
  for (const _ of [1, 2]) {
    const { figures, unreadable } = await read(directory);
    expect(figures).toMatchObject([{ damaged: 1 }]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/version 7.*update pulsepace/),
      expect.stringMatching(/header, is damaged \(torn off\)/),
    ]);
  }
  expect(contents()).toEqual(before);
});

test('what is no journal is not listed, a link neither', async () => {
  const directory = directoryOf('aaaaaa');
  const folder = join(directory, 'sessions');
  const [first = ''] = readdirSync(folder);
  writeFileSync(join(folder, `${first}.torn`), 'x');
  symlinkSync(join(folder, first), join(folder, '2027-01-01T000000Z_linked.ndjson'));
  expect((await read(directory)).figures).toHaveLength(1);
  rmSync(folder, { recursive: true });
  expect((await read(directory)).figures).toEqual([]);
});

test('progress counts the bytes of what must be read', async () => {
  const directory = directoryOf('aaaaaa', 'bbbbbb');
  const { progress } = await read(directory);
  expect(progress).toHaveLength(2);
  expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
});
