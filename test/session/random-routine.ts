import fc from 'fast-check';
import { type Dose, doseSchema } from '../../src/session/dose.ts';
import type { Routine } from '../../src/session/routine.ts';
import { routineSchema } from '../../src/session/routine-schema.ts';

const amount = (max: number) => fc.integer({ min: 1, max });
const cadencePerMin = fc.integer({ min: 1, max: 120 });
const sides = fc.constantFrom(
  {},
  { each: ['left', 'right'] },
  { halves: ['one way', 'other way'] },
);
const dose = fc.oneof(
  fc.tuple(fc.record({ type: fc.constant('time'), seconds: amount(90), cadencePerMin }), sides),
  fc.tuple(fc.record({ type: fc.constant('reps'), reps: amount(20), cadencePerMin }), sides),
  fc.tuple(
    fc.record({
      type: fc.constant('holds'),
      holdSeconds: amount(60),
      reps: amount(4),
      restSeconds: amount(20),
    }),
    sides,
  ),
  fc.tuple(
    fc.record({
      type: fc.constant('sets'),
      sets: amount(3),
      reps: amount(8),
      cadencePerMin,
      restSeconds: amount(60),
    }),
    fc.constant({}),
  ),
  fc.tuple(
    fc.record({
      type: fc.constant('settle'),
      atLeastSeconds: amount(30),
      atMostSeconds: fc.integer({ min: 30, max: 60 }),
    }),
    fc.constant({}),
  ),
);
/** A dose of any kind that ends by itself. */
export const anyDose: fc.Arbitrary<Dose> = dose.map(([what, how]) =>
  doseSchema.parse({ ...what, ...how }),
);

const step = fc.record({
  posture: fc.constantFrom('lying', 'sitting', 'standing'),
  effort: fc.constantFrom('still', 'light', 'moderate'),
  dose: anyDose,
});

/** One to four short steps with doses of every kind that ends by itself. */
export const smallRoutine: fc.Arbitrary<Routine> = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([steps, baseline]) =>
    routineSchema.parse({
      schemaVersion: 1,
      id: 'small',
      name: 'Small',
      summary: 'Drawn by lot.',
      baseline,
      restSeconds: 5,
      steps: steps.map((each, index) => ({
        ...each,
        id: `step-${index + 1}`,
        name: 'Step',
        prompt: ['Move.'],
        breathing: 'Evenly.',
      })),
    }),
  );
