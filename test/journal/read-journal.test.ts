import { isUtf8 } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../devices/simulator/random.ts';
import { lineOf, readFactLine } from '../../src/journal/line.ts';
import { readHeader } from '../../src/journal/read-header.ts';
import { readJournal, type StoredSession } from '../../src/journal/read-journal.ts';
import { UnreadableJournalError } from '../../src/journal/unreadable-journal-error.ts';
import { evolve } from '../../src/session/evolve.ts';
import { type Fact, factSchema } from '../../src/session/facts.ts';
import { ready } from '../../src/session/state.ts';
import {
  asStored,
  header,
  journalText,
  manyMeasured,
  recordedFacts,
  temporaryFolder,
  textAt,
} from './samples.ts';

const facts = recordedFacts();
const text = journalText(facts);

function readBack(content: string | Uint8Array): StoredSession {
  const path = join(temporaryFolder(), 'session.ndjson');
  writeFileSync(path, content);
  return readJournal(path);
}

function refusal(content: string | Uint8Array): UnreadableJournalError {
  try {
    readBack(content);
  } catch (error) {
    if (error instanceof UnreadableJournalError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const lines = (count: number): string => `${text.split('\n').slice(0, count).join('\n')}\n`;

test('facts → lines → facts is the identity, and so is the session refolded from them', () => {
  const stored = readBack(text);
  expect(stored.header).toEqual(header);
  expect(stored.facts).toEqual(facts);
  expect(stored).toMatchObject({ damage: [], ended: true, tornTail: false });
  expect(stored.facts.reduce(evolve, ready(stored.header))).toEqual(
    facts.reduce(evolve, ready(header)),
  );
});

test('a journal mutated anywhere reads, facts and damage, as each of its lines does alone', () => {
  const whole = Buffer.from(journalText(recordedFacts(40)));
  const body = whole.indexOf('\n') + 1;
  const byte = fc.oneof(
    fc.constantFrom(...Array.from(Buffer.from('0123456789.,:"{}[]-e \n\r\0'))),
    fc.nat(255),
  );
  const mutation = fc.record({
    at: fc.integer({ min: body, max: whole.length - 1 }),
    taken: fc.constantFrom(0, 1, 7),
    put: fc.array(byte, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      let mutated = whole;
      for (const { at, taken, put } of mutations) {
        const from = Math.min(at, mutated.length);
        const rest = mutated.subarray(from + taken);
        mutated = Buffer.concat([mutated.subarray(0, from), Buffer.from(put), rest]);
      }
      const stored = readBack(mutated);
      expect({ facts: stored.facts, damage: stored.damage }).toEqual(readLineByLine(mutated));
    }),
    { numRuns: 300 },
  );
});

/** The long way: every line decoded by itself, JSON and the schema. */
function readLineByLine(bytes: Buffer): Pick<StoredSession, 'facts' | 'damage'> {
  const found: Fact[] = [];
  const damage: { line: number; reason: string }[] = [];
  let start = bytes.indexOf('\n') + 1;
  for (let line = 2; start < bytes.length; line += 1) {
    const newline = bytes.indexOf('\n', start);
    const end = newline < 0 ? bytes.length : newline;
    const raw = bytes.subarray(start, end);
    const read = isUtf8(raw)
      ? readFactLine(raw.toString('utf8').replace(/\r$/, ''))
      : { problem: 'not UTF-8' };
    if (read.problem === undefined) found.push(read.fact);
    else if (newline >= 0) damage.push({ line, reason: read.problem });
    start = end + 1;
  }
  return { facts: found, damage };
}

test('any measurement comes back as it was, and as the schema alone would give it', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
  const measurement = fc.record(
    {
      type: fc.constant('measured' as const),
      atMs: finite.map(Math.abs),
      bpm: finite,
      rrIntervalsMs: fc.array(finite, { maxLength: 9 }),
      skinContact: fc.boolean(),
      energyKj: finite,
      distrust: fc.constantFrom('no-contact' as const, 'implausible' as const, 'frozen' as const),
    },
    { requiredKeys: ['type', 'atMs', 'bpm', 'rrIntervalsMs'] },
  );
  fc.assert(
    fc.property(measurement, (fact) => {
      const line = lineOf(fact as Fact).trimEnd();
      expect(readFactLine(line).fact).toEqual(factSchema.parse(JSON.parse(line)));
      expect(readFactLine(line).fact).toEqual(JSON.parse(line));
    }),
  );
});

test('the fast way for measurements agrees with the schema on everything nearly right', () => {
  const value = fc.oneof(
    fc.constantFrom(0, -1, 88.5, 1e300, '88', null, true, 'frozen', 'no-contact', [], [800], ['x']),
    fc.jsonValue(),
  );
  const key = fc.constantFrom(
    'atMs',
    'bpm',
    'rrIntervalsMs',
    'skinContact',
    'energyKj',
    'distrust',
    'x',
    '__proto__',
  );
  const valid = { type: 'measured', atMs: 5, bpm: 80, rrIntervalsMs: [750] };
  fc.assert(
    fc.property(key, value, fc.boolean(), (name, field, remove) => {
      const entries = Object.entries(valid).filter(([other]) => other !== name);
      const pairs = remove ? entries : [...entries, [name, field] as const];
      const line = `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`;
      const bySchema = factSchema.safeParse(JSON.parse(line));
      expect(readFactLine(line).fact).toEqual(bySchema.data);
    }),
    { numRuns: 500 },
  );
});

test('numbers beyond any double are damage, not Infinity', () => {
  const line = '{"type":"measured","atMs":1e999,"bpm":80,"rrIntervalsMs":[]}';
  expect(readFactLine(line).problem).toMatch(/^atMs/);
});

test('D1 every byte prefix of a recorded journal gives every whole line and nothing else', () => {
  const short = facts.filter((fact) => fact.type !== 'measured' || fact.atMs < 3000);
  const bytes = Buffer.from(journalText(short));
  const path = join(temporaryFolder(), 'session.ndjson');
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
  writeFileSync(path, bytes);
  for (let size = bytes.length; size >= (ends[0] ?? 0); size -= 1) {
    truncateSync(path, size);
    const stored = readJournal(path);
    // A line that lacks nothing but its newline is whole.
    const whole = ends.filter((end) => end <= size).length - 1;
    expect(JSON.stringify(stored.facts)).toBe(JSON.stringify(short.slice(0, Math.max(0, whole))));
    expect(stored.damage).toEqual([]);
    const isAtLineEnd = ends.some((end) => size === end || size === end + 1);
    expect(stored.tornTail).toBe(!isAtLineEnd);
  }
});

test('D1 a header cut anywhere is refused with its reason, and nothing is made up', () => {
  const line = lineOf(header).trimEnd();
  for (let size = 1; size < line.length; size += 41) {
    expect(refusal(line.slice(0, size)).message).toMatch(/header, is damaged \(torn off\)/);
  }
  expect(refusal('').message).toMatch(/empty/);
});

test('D2 NUL tails are a torn line, at any length', () => {
  for (const nuls of [1, 4096, 3_000_000]) {
    const stored = readBack(Buffer.concat([Buffer.from(lines(9)), Buffer.alloc(nuls)]));
    expect(stored).toMatchObject({ damage: [], tornTail: true, ended: false });
    expect(stored.facts).toEqual(facts.slice(0, 8));
  }
});

describe('D5 one bad line is that line, by number and reason', () => {
  const withLine = (bad: string | Uint8Array): StoredSession =>
    readBack(
      Buffer.concat([
        Buffer.from(lines(5)),
        typeof bad === 'string' ? Buffer.from(bad) : bad,
        Buffer.from(`\n${text.split('\n').slice(5).join('\n')}`),
      ]),
    );
  const cases: Record<string, { bad: string | Uint8Array; reason: string | RegExp }> = {
    'a block of NUL': { bad: Buffer.alloc(512), reason: /NUL/ },
    'no JSON': { bad: '{"type":"measured",', reason: 'not JSON' },
    'invalid UTF-8': { bad: Buffer.from([0x7b, 0xff, 0xfe]), reason: 'not UTF-8' },
    'a fact nobody knows': { bad: '{"type":"danced","atMs":1}', reason: 'unknown fact' },
    'a JSON value that is no fact': { bad: 'null', reason: 'unknown fact' },
    'a known fact of a wrong shape': {
      bad: '{"type":"measured","atMs":1,"bpm":"88","rrIntervalsMs":[]}',
      reason: /^bpm: /,
    },
    '10 MB without a newline': { bad: Buffer.alloc(10_000_000, 'x'), reason: 'longer than 1 MiB' },
    'nesting beyond any stack': { bad: '['.repeat(500_000), reason: 'not JSON' },
  };
  test.each(Object.entries(cases))('%s', (_, { bad, reason }) => {
    const stored = withLine(bad);
    expect(stored.facts).toEqual(facts);
    expect(stored.damage).toEqual([
      { line: 6, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) },
    ]);
    expect(stored).toMatchObject({ ended: true, tornTail: false });
  });
});

test('a byte order mark and CRLF line ends are tolerated', () => {
  const stored = readBack(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
  expect(stored).toMatchObject({ header, damage: [], ended: true, tornTail: false });
  expect(stored.facts).toEqual(facts);
});

test('a line that lies across two chunks of the reader is one line', () => {
  const many = manyMeasured(16_000);
  const stored = readBack(journalText(many));
  expect(journalText(many).length).toBeGreaterThan(2 ** 20);
  expect(stored.damage).toEqual([]);
  expect(stored.facts).toEqual(many);
});

test('D8 a newer version is refused in a sentence, exit 5, and left untouched', () => {
  const path = join(temporaryFolder(), 'session.ndjson');
  const newer = text.replace('"schemaVersion":1', '"schemaVersion":2');
  writeFileSync(path, newer);
  expect(() => readJournal(path)).toThrow(
    expect.objectContaining({
      reason: 'newer',
      exitCode: 5,
      message: expect.stringMatching(/update pulsepace/),
    }),
  );
  expect(() => readHeader(path)).toThrow(UnreadableJournalError);
  expect(textAt(path)).toBe(newer);
});

test('D8 a journal of version 1 reads for ever', () => {
  const stored = readJournal('test/fixtures/journals/version-1.ndjson');
  const state = stored.facts.reduce(evolve, ready(stored.header));
  expect(stored).toMatchObject({ damage: [], ended: true, tornTail: false });
  expect(stored.header).toMatchObject({ id: 'ab12cd', routine: { id: 'plain' } });
  expect(stored.facts.length).toBe(274);
  expect([...new Set(stored.facts.map((fact) => fact.type))].sort()).toEqual([
    'cool-down-began',
    'exercise-began',
    'exercise-eased',
    'exercise-ended',
    'get-ready-began',
    'held',
    'hold-countdown-began',
    'hold-ended',
    'key-pressed',
    'link-changed',
    'malformed',
    'measured',
    'rest-began',
    'session-ended',
    'source-ended',
    'trust-changed',
    'warning-acknowledged',
    'warning-cleared',
    'warning-raised',
    'warning-repeated',
  ]);
  expect(state.phase).toEqual({ name: 'ended', reason: 'completed' });
  expect(state.episodes.length).toBeGreaterThan(0);
});

test('what is no file of a session is refused at once: none, a folder, a FIFO, 513 MiB', () => {
  const folder = temporaryFolder();
  expect(() => readJournal(join(folder, 'none'))).toThrow(
    expect.objectContaining({ reason: 'missing', exitCode: 3 }),
  );
  expect(() => readJournal(folder)).toThrow(/not a regular file/);
  expect(() => readJournal('/dev/zero')).toThrow(/not a regular file/);
  execFileSync('mkfifo', [join(folder, 'fifo')]);
  expect(() => readJournal(join(folder, 'fifo'))).toThrow(/not a regular file/);
  writeFileSync(join(folder, 'large'), text);
  truncateSync(join(folder, 'large'), 513 * 2 ** 20);
  expect(() => readJournal(join(folder, 'large'))).toThrow(
    expect.objectContaining({ reason: 'too-large', exitCode: 5 }),
  );
});

test('500 seeded mutations: never throws behind the header, never invents, keeps every line that was spared, read either way', () => {
  const random = mulberry32(20_261_122);
  const path = join(temporaryFolder(), 'session.ndjson');
  const short = journalText(facts.slice(0, 60));
  const first = Buffer.from(short).indexOf(10) + 1;
  const original = short.split('\n').slice(1, -1);
  for (let round = 0; round < 500; round += 1) {
    const mutated = mutate(Buffer.from(short), first, random);
    writeFileSync(path, mutated);
    const stored = readJournal(path);
    expect(readJournal(path, { isOneOfMany: true })).toEqual(stored);
    const found = mutated.subarray(first).toString('latin1').split('\n');
    const legible = new Set(found.flatMap(factIn));
    const read = new Set(stored.facts.map((fact) => JSON.stringify(fact)));
    expect([...read].filter((fact) => !legible.has(fact))).toEqual([]);
    const spared = original.filter((line) => found.includes(Buffer.from(line).toString('latin1')));
    expect(spared.filter((line) => !read.has(line))).toEqual([]);
    expect(stored.facts.length + stored.damage.length + (stored.tornTail ? 1 : 0)).toBe(
      found.length - (found.at(-1) === '' ? 1 : 0),
    );
  }
});

/** By the schema alone, without our own readers. */
function factIn(line: string): string[] {
  try {
    const parsed = factSchema.safeParse(JSON.parse(Buffer.from(line, 'latin1').toString()));
    return parsed.success ? [JSON.stringify(parsed.data)] : [];
  } catch {
    return [];
  }
}

/** One to three of: a byte changed, a byte lost, some bytes put in, a stretch lost, a stretch of NUL. */
function mutate(bytes: Buffer, from: number, random: () => number): Buffer {
  let now = bytes;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const at = from + Math.floor(random() * (now.length - from));
    const length = Math.floor(random() * 200);
    const kind = Math.floor(random() * 5);
    const [before, after] = [now.subarray(0, at), now.subarray(at)];
    const noise = Buffer.from(Array.from({ length: 1 + (length % 9) }, () => random() * 256));
    if (kind === 0) now = Buffer.concat([before, noise.subarray(0, 1), after.subarray(1)]);
    else if (kind === 1) now = Buffer.concat([before, after.subarray(1)]);
    else if (kind === 2) now = Buffer.concat([before, noise, after]);
    else if (kind === 3) now = Buffer.concat([before, after.subarray(length)]);
    else now = Buffer.concat([before, Buffer.alloc(length), after.subarray(length)]);
  }
  return now;
}

test('what JSON drops, keys that are undefined, is all that a line loses', () => {
  for (const fact of facts)
    expect(readFactLine(lineOf(fact).trimEnd()).fact).toStrictEqual(asStored(fact));
});
