import { existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJournal } from '../../src/journal/read-journal.ts';
import { repairTornTail } from '../../src/journal/torn-tail.ts';
import { journalText, recordedFacts, temporaryFolder, textAt } from './samples.ts';

const facts = recordedFacts(20);
const text = journalText(facts);

function fileWith(content: string | Uint8Array): string {
  const path = join(temporaryFolder(), 'session.ndjson');
  writeFileSync(path, content);
  return path;
}

test('a whole journal is not touched', () => {
  const path = fileWith(text);
  const before = statSync(path).mtimeMs;
  expect(repairTornTail(path)).toEqual({ outcome: 'untouched' });
  expect(statSync(path).mtimeMs).toBe(before);
});

test('D1 D5 cut at any byte: whole lines stay, the torn bytes are kept beside, 0600', () => {
  const lastLine = text.lastIndexOf('\n', text.length - 2) + 1;
  for (let size = lastLine + 1; size < text.length - 1; size += 11) {
    const path = fileWith(text.slice(0, size));
    const before = readJournal(path);
    const keptAt = `${path}.torn`;
    expect(repairTornTail(path)).toEqual({ outcome: 'cut', bytes: size - lastLine, keptAt });
    expect(textAt(path)).toBe(text.slice(0, lastLine));
    expect(textAt(keptAt)).toBe(text.slice(lastLine, size));
    expect(statSync(keptAt).mode & 0o777).toBe(0o600);
    expect(readJournal(path)).toEqual({ ...before, tornTail: false });
    expect(repairTornTail(path)).toEqual({ outcome: 'untouched' });
  }
});

test('a last fact that lacks only its newline gets it', () => {
  const path = fileWith(text.slice(0, -1));
  expect(repairTornTail(path)).toEqual({ outcome: 'completed' });
  expect(textAt(path)).toBe(text);
  expect(existsSync(`${path}.torn`)).toBe(false);
});

test('D2 a tail of NUL larger than any line is cut and kept', () => {
  const nuls = Buffer.alloc(3_000_000);
  const path = fileWith(Buffer.concat([Buffer.from(text), nuls]));
  expect(repairTornTail(path)).toMatchObject({ outcome: 'cut', bytes: 3_000_000 });
  expect(textAt(path)).toBe(text);
  expect(statSync(`${path}.torn`).size).toBe(3_000_000);
});

test('what an earlier repair kept is never overwritten', () => {
  const path = fileWith(`${text}second`);
  writeFileSync(`${path}.torn`, 'first');
  expect(repairTornTail(path)).toMatchObject({ keptAt: `${path}.torn2` });
  expect([textAt(`${path}.torn`), textAt(`${path}.torn2`)]).toEqual(['first', 'second']);
});

test('D1 a header that lacks only its newline gets it, so that what comes after is a line of its own', () => {
  const path = fileWith(text.slice(0, text.indexOf('\n')));
  expect(repairTornTail(path)).toEqual({ outcome: 'completed' });
  expect(textAt(path)).toBe(text.slice(0, text.indexOf('\n') + 1));
});

test('a torn header is all there is, and stays', () => {
  const path = fileWith(text.slice(0, 40));
  expect(repairTornTail(path)).toEqual({ outcome: 'untouched' });
  expect(textAt(path)).toBe(text.slice(0, 40));
});

test('a link is not followed', () => {
  const path = fileWith(`${text}torn`);
  symlinkSync(path, `${path}.link`);
  expect(() => repairTornTail(`${path}.link`)).toThrow(/ELOOP/);
  expect(textAt(path)).toBe(`${text}torn`);
});
