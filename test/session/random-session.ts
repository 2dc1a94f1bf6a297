import fc from 'fast-check';
import { findRoutine } from '../../src/library/library.ts';
import { type Key, keySchema } from '../../src/session/facts.ts';
import type { SessionHeader, Source } from '../../src/session/header.ts';
import type { Input } from '../../src/session/input.ts';
import { runs } from '../runs.ts';
import { broken, failure, linkChanges } from './failing-strap.ts';
import { beatsOf, stretch, withRr } from './random-heart.ts';
import { smallRoutine } from './random-routine.ts';
import { headerOf, type Told, tell } from './story.ts';

export type RandomSession = { readonly header: SessionHeader; readonly inputs: readonly Input[] };

const heartRoutine = findRoutine('heart');

/** Every key there is, those a person presses most the more often. */
const anyKey = fc.constantFrom<Key[]>(
  ...keySchema.options,
  'next',
  'next',
  'back',
  'back',
  'more',
  'pause',
);
const press = fc.record({ atMs: fc.integer({ min: 0, max: 600_000 }), key: anyKey });

const note = fc.record({
  atMs: fc.integer({ min: 0, max: 600_000 }),
  text: fc.string({ minLength: 1, maxLength: 40 }),
});

const sleep = fc.record({
  fromMs: fc.integer({ min: 0, max: 600_000 }),
  lengthMs: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 10_000, max: 900_000 })),
});
type Sleep = { readonly fromMs: number; readonly lengthMs: number };

const header: fc.Arbitrary<SessionHeader> = fc
  .record({
    routine: fc.oneof(fc.constant(heartRoutine), { weight: 2, arbitrary: smallRoutine }),
    level: fc.integer({ min: 0, max: 10 }),
    source: fc.constantFrom<Source[]>('strap', 'strap', 'strap', 'simulator', 'none'),
  })
  .map(({ routine, ...rest }) => headerOf(routine, rest));

/** Any heart on a strap that fails, with any keys, over the heart routine or a small one. */
export const randomSession: fc.Arbitrary<RandomSession> = fc
  .record({
    header,
    heart: fc.array(stretch, { minLength: 1, maxLength: 6 }),
    failures: fc.array(failure, { maxLength: 4 }),
    presses: fc.array(press, { maxLength: 16 }),
    notes: fc.array(note, { maxLength: 3 }),
    sleeps: fc.array(sleep, { maxLength: 1 }),
    everyMs: fc.constantFrom(1000, 1000, 850, 2000),
    hasRr: fc.boolean(),
  })
  .map((drawn) => ({
    header: drawn.header,
    inputs: asleep(
      drawn.sleeps,
      inOrder([
        ...drawn.failures.flatMap(linkChanges),
        ...drawn.presses.map((each): Input => ({ type: 'key', ...each })),
        ...drawn.notes.map((each): Input => ({ type: 'note', ...each })),
        ...broken(beatsFor(drawn), drawn.failures),
      ]),
    ),
  }));

type Strap = { heart: Parameters<typeof beatsOf>[0]; everyMs: number; hasRr: boolean };

const beatsFor = ({ heart, everyMs, hasRr }: Strap): readonly Input[] =>
  withRr(beatsOf(heart, everyMs), hasRr);

/** Nothing comes in while the machine sleeps; it is told so first of all when it wakes. */
function asleep(sleeps: readonly Sleep[], inputs: readonly Input[]): Input[] {
  const [nap] = sleeps;
  if (nap === undefined) return [...inputs];
  const [fromMs, atMs] = [nap.fromMs, nap.fromMs + nap.lengthMs];
  const before = inputs.filter((each) => each.atMs <= fromMs);
  const after = inputs.filter((each) => each.atMs >= atMs && each.atMs > fromMs);
  return [...before, { type: 'slept', atMs, fromMs, wallAheadMs: 0 }, ...after];
}

/** Asserts that `holds` for what becomes of every random session. */
export const law = (holds: (session: RandomSession, told: Told) => void): void =>
  fc.assert(
    fc.property(randomSession, (session) => holds(session, tell(session.header, session.inputs))),
    { numRuns: runs(150) },
  );

/** A heart without end: the drawn stretches over and over for `lengthS`; a sound strap, no keys. */
export const longSession = (lengthS: number): fc.Arbitrary<RandomSession> =>
  fc.tuple(header, fc.array(stretch, { minLength: 1, maxLength: 4 })).map(([head, heart]) => {
    const beats: Input[] = [];
    for (let fromMs = 0; fromMs < lengthS * 1000; ) {
      const round = beatsOf(heart, 2500, fromMs);
      beats.push(...round);
      fromMs = (round.at(-1)?.atMs ?? fromMs) + 2500;
    }
    return { header: head, inputs: beats };
  });

const inOrder = (inputs: readonly Input[]): Input[] => [...inputs].sort((a, b) => a.atMs - b.atMs);
