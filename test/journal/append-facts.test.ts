import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendFacts } from '../../src/journal/append-facts.ts';
import { takeLock } from '../../src/journal/lock.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import type { Fact } from '../../src/session/facts.ts';
import { journalText, manyMeasured, temporaryFolder, textAt } from './samples.ts';

const note: Fact = { type: 'note-added', atMs: 2000, text: 'Slept badly.' };

function stored(directory: string): string {
  const path = join(directory, 'session.ndjson');
  writeFileSync(path, journalText(manyMeasured(3)));
  return path;
}

test('D3 what comes after is appended, and not a byte before it is changed', async () => {
  const directory = temporaryFolder();
  const path = stored(directory);
  const before = textAt(path);
  await appendFacts(directory, path, [note]);
  expect(textAt(path)).toBe(`${before}${JSON.stringify(note)}\n`);
  expect(existsSync(join(directory, 'lock'))).toBe(false);
});

test('D1 a torn last line is cut first, and kept beside', async () => {
  const directory = temporaryFolder();
  const path = stored(directory);
  appendFileSync(path, '{"type":"meas');
  await appendFacts(directory, path, [note]);
  expect(readJournal(path)).toMatchObject({ damage: [], tornTail: false });
  expect(readJournal(path).facts.at(-1)).toEqual(note);
  expect(textAt(`${path}.torn`)).toBe('{"type":"meas');
});

test('while a session runs nothing is appended, exit 6, naming who holds it', async () => {
  const directory = temporaryFolder();
  const path = stored(directory);
  const before = textAt(path);
  const lock = takeLock(directory);
  await expect(appendFacts(directory, path, [note])).rejects.toMatchObject({
    name: 'LockedError',
    exitCode: 6,
  });
  lock.release();
  expect(textAt(path)).toBe(before);
});

test('a journal that is gone is exit 6, and the lock is given back', async () => {
  const directory = temporaryFolder();
  const path = join(directory, 'nowhere.ndjson');
  await expect(appendFacts(directory, path, [note])).rejects.toMatchObject({ exitCode: 6 });
  expect(existsSync(join(directory, 'lock'))).toBe(false);
});
