import { describe, expect, test } from 'vitest';
import { ofType, paceOf } from './pace.ts';
import { beats, headerOf, plainRoutine, stepsOf, tell } from './story.ts';

describe('§3 caution in an exercise', () => {
  const cadenced = plainRoutine(3, { type: 'time', seconds: 60, cadencePerMin: 30 });
  const reached = [...beats(80, 0, 25), ...beats(92, 25, 46)];

  test('cadence falls to 60 % in that turn; what is left stays left', () => {
    const eased = ofType(tell(headerOf(cadenced), reached).facts, 'exercise-eased');
    expect(eased).toEqual([
      {
        type: 'exercise-eased',
        atMs: 25_000,
        stepIndex: 0,
        plan: [{ kind: 'move', lengthMs: 50_000, cadencePerMin: 18 }],
      },
    ]);
  });

  test('after 20 s in caution a rest of at least 20 s begins, then the remaining dose at the eased cadence', () => {
    const pace = [...reached, ...beats(84, 46, 120)];
    expect(paceOf(cadenced, pace).slice(2)).toEqual([
      '25 exercise-eased 0',
      '45 exercise-ended 0 caution',
      '45 rest-began caution',
      '65 get-ready-began 0',
      '70 exercise-began 0',
      '100 exercise-ended 0 done',
      '100 rest-began planned',
    ]);
    const again = ofType(tell(headerOf(cadenced), pace).facts, 'exercise-began').at(-1);
    expect(again?.plan).toEqual([{ kind: 'move', lengthMs: 30_000, cadencePerMin: 18 }]);
  });

  test('a pulse that comes down in time goes on without a rest', () => {
    const pace = [...beats(80, 0, 25), ...beats(92, 25, 30), ...beats(84, 30, 80)];
    expect(paceOf(cadenced, pace)).not.toContainEqual(expect.stringContaining('caution'));
  });

  test('the eased cadence carries into the next step, and no further', () => {
    const calmLater = [...reached, ...beats(80, 46, 400)];
    const began = ofType(tell(headerOf(cadenced), calmLater).facts, 'exercise-began');
    expect(
      began.map(({ plan }) => plan.map((each) => 'cadencePerMin' in each && each.cadencePerMin)),
    ).toEqual([[30], [18], [18], [30]]);
  });

  test('an exercise begun in caution is eased at once and runs its 20 s from there', () => {
    const pace = [...beats(80, 0, 12), ...beats(92, 12, 40)];
    expect(paceOf(cadenced, pace).slice(1)).toEqual([
      '15 exercise-began 0',
      '15 exercise-eased 0',
      '35 exercise-ended 0 caution',
      '35 rest-began caution',
    ]);
  });

  test('a calm step is neither eased nor interrupted', () => {
    const calm = stepsOf({ effort: 'still', dose: { type: 'time', seconds: 60 } });
    expect(paceOf(calm, beats(92, 0, 80)).slice(1)).toEqual([
      '15 exercise-began 0',
      '75 exercise-ended 0 done',
      '75 cool-down-began completed',
    ]);
  });
});
