import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endReasonSchema } from '../../src/session/facts.ts';
import { runs } from '../runs.ts';
import { longSession, randomSession } from './random-session.ts';
import { press, type Told, tell, tellOn, tick } from './story.ts';

test('§3 a session whose pulse stops coming ends once, with a reason, unless the person has paused it', () => {
  fc.assert(
    fc.property(randomSession, ({ header, inputs }) => {
      const gone = tellOn(tell(header, inputs), [tick(9000)]);
      const free =
        gone.state.paused === undefined ? gone : tellOn(gone, [press(9000, 'pause'), tick(9400)]);
      expectOneEnd(free);
    }),
    { numRuns: runs(120) },
  );
});

test('§3 a source that ends, ends the session in that turn', () => {
  fc.assert(
    fc.property(randomSession, ({ header, inputs }) => {
      const atMs = inputs.at(-1)?.atMs ?? 0;
      const told = tellOn(tell(header, inputs), [{ type: 'source-ended', atMs }]);
      expectOneEnd(told);
      expect(told.facts.at(-1)?.atMs).toBeLessThanOrEqual(atMs);
    }),
    { numRuns: runs(120) },
  );
});

test('§3 a session of three hours without a key ends by itself', () => {
  fc.assert(
    fc.property(longSession(3 * 3600), ({ header, inputs }) => expectOneEnd(tell(header, inputs))),
    { numRuns: runs(25) },
  );
});

function expectOneEnd(told: Told): void {
  const after = tellOn(told, [press(9500, 'pause'), press(9501, 'stop'), tick(20_000)]);
  const ends = after.facts.filter((fact) => fact.type === 'session-ended');
  expect(ends).toHaveLength(1);
  expect(after.facts.at(-1)).toBe(ends[0]);
  expect(endReasonSchema.options).toContain(ends[0]?.reason);
}
