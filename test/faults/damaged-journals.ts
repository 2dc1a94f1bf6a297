import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { lineOf } from '../../src/journal/line.ts';
import { dataOf, type Ran, runHere } from '../commands/in-process.ts';
import { header, recordedFacts } from '../journal/samples.ts';

const name = '2026-11-22T070000Z_ab12cd.ndjson';
const headerLine = lineOf(header);
export const headerBytes = Buffer.byteLength(headerLine);
const factLines = recordedFacts(3).map(lineOf);
export const wholeJournal = Buffer.from(headerLine + factLines.join(''));

const pathIn = (home: string): string => join(dataOf(home), 'sessions', name);

/** The data folder of a home holds this journal and nothing else. */
export function plantBytes(home: string, bytes: Uint8Array): void {
  rmSync(dataOf(home), { recursive: true, force: true });
  mkdirSync(join(dataOf(home), 'sessions'), { recursive: true, mode: 0o700 });
  writeFileSync(pathIn(home), bytes, { mode: 0o600 });
}

async function told(home: string, ...args: readonly string[]): Promise<Ran> {
  const ran = await runHere(home, args);
  expect(ran.stdout + ran.stderr).not.toMatch(/fault of pulsepace|\n {4}at /);
  expect([0, 5]).toContain(ran.code);
  return ran;
}

type Problem = { file: string; line?: number; reason: string };
type Verified = { facts: number; torn: string[]; problems: Problem[] };

export async function verified(home: string): Promise<Verified & { code: number }> {
  const { code, stdout } = await told(home, 'log', 'verify', '--json');
  return { code, ...(JSON.parse(stdout) as Verified) };
}

const lineBreaks = (bytes: Buffer): number => bytes.filter((byte) => byte === 10).length;

type Cut = { readonly name: string; readonly facts: number; readonly isTorn: boolean };

/** What must be read of so many bytes of the journal; no fact and no header where the first line is not whole. */
function cutAt(length: number): Cut & { readonly hasHeader: boolean } {
  const isLineWhole = wholeJournal[length] === 10;
  const end = isLineWhole ? length : wholeJournal.subarray(0, length).lastIndexOf(10) + 1;
  const lines = lineBreaks(wholeJournal.subarray(0, end)) + (isLineWhole ? 1 : 0);
  return {
    name: `2026-11-22T070000Z_${String(length).padStart(6, '0')}.ndjson`,
    hasHeader: lines > 0,
    facts: Math.max(0, lines - 1),
    isTorn: lines > 0 && end < length,
  };
}

/** Journals cut at these lengths, all in one log: verified, listed, and the catalogue of them twice the same. */
export async function expectPrefixes(home: string, lengths: readonly number[]): Promise<void> {
  plantBytes(home, wholeJournal);
  rmSync(pathIn(home));
  const cuts = lengths.map(cutAt);
  for (const [at, each] of cuts.entries()) {
    const bytes = wholeJournal.subarray(0, lengths[at]);
    writeFileSync(join(dataOf(home), 'sessions', each.name), bytes, { mode: 0o600 });
  }
  const namesOf = (some: readonly Cut[]): string[] => some.map((each) => each.name).sort();
  const headless = cuts.filter(({ hasHeader }) => !hasHeader);
  const found = await verified(home);
  expect(found.facts).toBe(cuts.reduce((sum, { facts }) => sum + facts, 0));
  expect(found.torn.toSorted()).toEqual(namesOf(cuts.filter(({ isTorn }) => isTorn)));
  expect(found.problems.map(({ file }) => basename(file)).sort()).toEqual(namesOf(headless));
  expect(found.code).toBe(headless.length === 0 ? 0 : 5);
  const listed = await told(home, 'log', 'list', '--json');
  const { sessions, unreadable } = JSON.parse(listed.stdout);
  expect(sessions).toHaveLength(cuts.length - headless.length);
  expect(unreadable).toHaveLength(headless.length);
  expect((await told(home, 'log', 'list', '--json')).stdout).toBe(listed.stdout);
  for (const [at, each] of cuts.entries()) {
    const bytes = readFileSync(join(dataOf(home), 'sessions', each.name));
    expect(bytes.equals(wholeJournal.subarray(0, lengths[at]))).toBe(true);
  }
}

/** So many bytes of a journal: each whole line is read, the torn one told as that, and, if wished, `recover` ends it. */
export async function expectPrefix(
  home: string,
  length: number,
  isRecovered = true,
): Promise<void> {
  const bytes = wholeJournal.subarray(0, length);
  // A line of which nothing but the end is missing is whole.
  const isLineWhole = wholeJournal[length] === 10;
  const whole = bytes.subarray(0, isLineWhole ? length : bytes.lastIndexOf(10) + 1);
  plantBytes(home, bytes);
  const found = await verified(home);
  if (whole.length === 0) {
    expect(found).toMatchObject({ code: 5, facts: 0 });
    expect(readFileSync(pathIn(home))).toEqual(bytes);
    return;
  }
  expect(found).toMatchObject({
    code: 0,
    facts: lineBreaks(whole) - (isLineWhole ? 0 : 1),
    problems: [],
  });
  expect(found.torn).toEqual(whole.length < length ? [name] : []);
  if (!isRecovered) return;
  expect((await told(home, 'log', 'recover', '--finish')).code).toBe(0);
  const finished = readFileSync(pathIn(home));
  expect(finished.subarray(0, whole.length)).toEqual(whole);
  expect(finished.toString().trimEnd().split('\n').at(-1)).toContain('"session-ended"');
  const kept = readdirSync(join(dataOf(home), 'sessions')).filter((each) => each !== name);
  const keptBytes = kept.map((each) => readFileSync(join(dataOf(home), 'sessions', each)));
  expect(Buffer.concat(keptBytes)).toEqual(bytes.subarray(whole.length));
}

/** One to three bytes that are others, lost, or put in, anywhere; told by `show` and `verify`, and spared lines are read. */
export async function expectMutated(home: string, chance: () => number): Promise<void> {
  let bytes = wholeJournal;
  for (let times = 1 + Math.floor(chance() * 3); times > 0; times -= 1) {
    const at = Math.floor(chance() * bytes.length);
    const lost = Math.floor(chance() * 2);
    const noise = Buffer.from(
      Array.from({ length: Math.floor(chance() * 4) }, () => chance() * 256),
    );
    bytes = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + lost)]);
  }
  plantBytes(home, bytes);
  const shown = await told(home, 'log', 'show', 'last', '--json');
  const { code, facts, torn, problems } = await verified(home);
  const lines = bytes.toString('latin1').split('\n');
  const isHeaderSpared = `${lines[0]}\n` === Buffer.from(headerLine).toString('latin1');
  if (isHeaderSpared) {
    expect(JSON.parse(shown.stdout)).toMatchObject({ schema: 'pulsepace/session-summary/1' });
    const damaged = new Set(problems.map(({ line }) => line));
    const spared = new Set(factLines.map((line) => Buffer.from(line).toString('latin1')));
    const unread = lines.filter((line, at) => spared.has(`${line}\n`) && damaged.has(at + 1));
    expect(unread).toEqual([]);
    const last = lines.at(-1) === '' ? 1 : 0;
    const bad = problems.filter(({ line }) => line !== undefined).length;
    expect(facts + bad + torn.length).toBe(lines.length - 1 - last);
  }
  expect(code).toBe(problems.length === 0 ? 0 : 5);
  expect(readFileSync(pathIn(home))).toEqual(bytes);
}
