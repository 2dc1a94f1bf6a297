import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf } from '../../src/journal/line.ts';
import { MeasuredLines } from '../../src/journal/measured-line.ts';
import { type FactOf, factSchema } from '../../src/session/facts.ts';
import { anyCharacter } from '../any-character.ts';

const lines = new MeasuredLines();

/** Reads a line between two others; where it is read, the next begins behind it. */
function measuredFrom(line: string): FactOf<'measured'> | undefined {
  const before = 'what is before\n';
  const bytes = Buffer.from(`${before}${line}\nwhat comes after\n`);
  const fact = lines.read(bytes, before.length);
  if (fact !== undefined) expect(lines.end).toBe(before.length + Buffer.byteLength(line) + 1);
  return fact;
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 70_000 }),
  fc.integer({ min: 0, max: 70_000_000 }).map((raw) => (raw * 1000) / 1024),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);
const measurement: fc.Arbitrary<FactOf<'measured'>> = fc
  .record(
    {
      atMs: amount,
      bpm: amount,
      rrIntervalsMs: fc.array(amount, { maxLength: 9 }),
      skinContact: fc.boolean(),
      energyKj: amount,
      distrust: fc.constantFrom('no-contact' as const, 'implausible' as const, 'frozen' as const),
    },
    { requiredKeys: ['atMs', 'bpm', 'rrIntervalsMs'] },
  )
  .map(({ atMs, bpm, rrIntervalsMs, ...rest }) => ({
    type: 'measured',
    atMs,
    bpm,
    rrIntervalsMs,
    ...rest,
  }));
const spelt = (fact: FactOf<'measured'>): string => lineOf(fact).trimEnd();

test('a line as the program writes it reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(measurement, (fact) => {
      const line = spelt(fact);
      const read = measuredFrom(line);
      if (/\de/.test(line) || /[\d.]{16}/.test(line)) return;
      expect(read).toEqual(JSON.parse(line));
    }),
  );
});

test('a line with one character changed, added or left out is never read as what JSON and the schema do not say', () => {
  const character = fc.oneof(
    fc.constantFrom(...'0123456789.,:"{}[]-+eE truefals\\u0000'),
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(
      measurement,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.constantFrom(0, 1),
      fc.option(character),
      (fact, where, taken, put) => {
        const line = spelt(fact);
        const at = Math.floor(where * line.length);
        const changed = line.slice(0, at) + (put ?? '') + line.slice(at + taken);
        const read = measuredFrom(changed);
        if (read === undefined) return;
        expect(read).toEqual(factSchema.parse(JSON.parse(changed)));
      },
    ),
    { numRuns: 3000 },
  );
});

test.each([
  '{"type":"measured","atMs":01,"bpm":80,"rrIntervalsMs":[]}',
  '{"type":"measured","atMs":1.,"bpm":80,"rrIntervalsMs":[]}',
  '{"type":"measured","atMs":-1,"bpm":80,"rrIntervalsMs":[]}',
  '{"type":"measured","atMs":,"bpm":80,"rrIntervalsMs":[]}',
  '{"type":"measured","atMs":1,"bpm":80,"rrIntervalsMs":[1,]}',
  '{"type":"measured","atMs":1,"bpm":80,"rrIntervalsMs":[',
  '{"type":"measured","atMs":1,"bpm":80,"rrIntervalsMs":[]',
  '{"type":"measured","atMs":1,"bpm":80,"rrIntervalsMs":[]}}',
  '{"type":"measured","atMs":1,"bpm":80,"rrIntervalsMs":[],"distrust":"maybe"}',
  '{"type":"measured","atMs":1,"bpm":80,"rrIntervalsMs":[],"skinContact":falsy}',
  '',
])('leaves %s to the long way', (line) => {
  expect(measuredFrom(line)).toBeUndefined();
});
