import { describe, expect, test } from 'vitest';
import { adaptedStep } from '../../src/session/adapted-step.ts';
import { headerSchema } from '../../src/session/header-schema.ts';
import { ready } from '../../src/session/state.ts';
import { timeLeftMs } from '../../src/ui/time-left.ts';
import { beats, headerOf, press, stepsOf, tell } from './story.ts';

const easier = { name: 'Seated', posture: 'sitting' as const, prompt: ['Sit.'] };
const routine = stepsOf(
  { dose: { type: 'reps', reps: 10, cadencePerMin: 20 }, easier },
  { dose: { type: 'time', seconds: 60, cadencePerMin: 20 } },
);
const adapted = headerOf(routine, {
  adaptations: [{ stepId: 'step-1', easier: true, cadenceFactor: 0.7 }],
});

describe('§5 a step made easier', () => {
  test('has the variant’s name, prompt and posture; its dose and effort stay', () => {
    expect(adaptedStep(adapted, 0)).toEqual({ ...routine.steps[0], ...easier });
    expect(adaptedStep(adapted, 1)).toBe(routine.steps[1]);
    expect(adaptedStep(adapted, 2)).toBeUndefined();
    expect(adaptedStep(headerOf(routine), 0)).toBe(routine.steps[0]);
  });

  test('is the one that is named, whatever is said of others', () => {
    const both = headerOf(stepsOf({ easier }, { easier }), {
      adaptations: [
        { stepId: 'step-1', easier: false, cadenceFactor: 0.7 },
        { stepId: 'step-2', easier: true, cadenceFactor: 1 },
      ],
    });
    expect([0, 1].map((index) => adaptedStep(both, index)?.name)).toEqual(['Step 1', 'Seated']);
  });

  test('takes longer, and the time left says so', () => {
    const leftMs = (header: ReturnType<typeof headerOf>) => timeLeftMs(ready(header), 0);
    const more = (10 * 60_000) / 14 - (10 * 60_000) / 20;
    expect(leftMs(adapted)).toBeCloseTo((leftMs(headerOf(routine)) ?? 0) + more, 3);
  });

  test('a variant without a posture keeps the step’s', () => {
    const plain = stepsOf({ easier: { name: 'Less', prompt: ['Do less.'] } });
    const header = headerOf(plain, {
      adaptations: [{ stepId: 'step-1', easier: true, cadenceFactor: 1 }],
    });
    expect(adaptedStep(header, 0)?.posture).toBe('standing');
  });

  test('is paced at its share of the cadence: as many reps, more slowly; others are as planned', () => {
    const { facts } = tell(adapted, beats(75, 1, 140));
    const plans = facts.flatMap((fact) => (fact.type === 'exercise-began' ? fact.plan : []));
    expect(plans).toMatchObject([
      { kind: 'reps', reps: 10, cadencePerMin: 14 },
      { kind: 'move', lengthMs: 60_000, cadencePerMin: 20 },
    ]);
  });

  test('the caution of one exercise still eases the next on top of its own factor', () => {
    const both = headerOf(routine, {
      adaptations: [{ stepId: 'step-2', easier: false, cadenceFactor: 0.5 }],
    });
    const { facts } = tell(both, [...beats(95, 1, 30), ...beats(75, 30, 200)]);
    const second = facts.find((fact) => fact.type === 'get-ready-began' && fact.stepIndex === 1);
    expect(second).toMatchObject({ plan: [{ cadencePerMin: 20 * 0.5 * 0.6 }] });
  });

  test('getting down to a variant that is done lying takes the longer time', () => {
    const mixed = stepsOf(
      { posture: 'standing' },
      { posture: 'standing', easier: { ...easier, posture: 'lying' } },
    );
    const readyMs = (header: ReturnType<typeof headerOf>) =>
      tell(header, [...beats(75, 1, 15), press(15, 'next'), ...beats(75, 15, 60)]).facts.flatMap(
        (fact) => (fact.type === 'get-ready-began' ? [fact.lengthMs] : []),
      );
    expect(readyMs(headerOf(mixed))).toEqual([10_000, 8000]);
    const lying = { adaptations: [{ stepId: 'step-2', easier: true, cadenceFactor: 1 }] };
    expect(readyMs(headerOf(mixed, lying))).toEqual([10_000, 15_000]);
  });

  test('the header takes no factor that would make it harder', () => {
    const factor = (cadenceFactor: number) =>
      headerSchema.safeParse({
        ...adapted,
        adaptations: [{ stepId: 'a', easier: false, cadenceFactor }],
      }).success;
    expect([factor(1), factor(0.2), factor(1.01), factor(0)]).toEqual([true, true, false, false]);
  });
});
