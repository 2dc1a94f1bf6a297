import { describe, expect, test } from 'vitest';
import type { Dose } from '../../src/session/dose.ts';
import type { Key } from '../../src/session/facts.ts';
import { ofType } from './pace.ts';
import { beats, headerOf, press, stepsOf, tell } from './story.ts';

/** A first exercise of a dose, from 15 s on; keys are pressed one each half second from `atS`. */
function pressed(dose: Dose, atS: number, ...keys: readonly Key[]) {
  const presses = keys.map((key, index) => press(atS + index / 2, key));
  const inputs = [...beats(80, 0, atS + 5), ...presses].sort((a, b) => a.atMs - b.atMs);
  return tell(headerOf(stepsOf({ dose, effort: 'light' })), inputs).facts;
}

const reps: Dose = { type: 'reps', reps: 10, cadencePerMin: 12 };
const timed: Dose = { type: 'time', seconds: 60, cadencePerMin: 30 };

describe('§3 the keys of the pace', () => {
  test('a rep under way keeps its share: 2 of 5 s are 1.8 of 4.5 s', () => {
    const [faster] = ofType(pressed(reps, 22, 'more'), 'pace-changed');
    expect(faster?.intoMs).toBeCloseTo(2000 / 1.1, 6);
  });

  test('at the fastest, and at the slowest, nothing changes any more', () => {
    const more = Array.from({ length: 5 }, (): Key => 'more');
    expect(ofType(pressed(timed, 20, ...more), 'pace-changed').at(-1)?.pace).toBe(1.3);
    expect(ofType(pressed(timed, 20, ...more), 'pace-changed')).toHaveLength(3);
    const less = Array.from({ length: 14 }, (): Key => 'less');
    expect(ofType(pressed(timed, 20, ...less), 'pace-changed')).toHaveLength(12);
  });

  test('a dose with pauses in it has a pace; one without a cadence has none', () => {
    const sets: Dose = { type: 'sets', sets: 2, reps: 8, cadencePerMin: 12, restSeconds: 30 };
    expect(ofType(pressed(sets, 20, 'less'), 'pace-changed')).toHaveLength(1);
    expect(
      ofType(pressed({ type: 'time', seconds: 60 }, 20, 'more', 'less'), 'pace-changed'),
    ).toEqual([]);
  });
});

describe('§3 the keys of the dose', () => {
  test('more is had in the last seconds of a time, and in the last rep', () => {
    const [longer] = ofType(pressed(timed, 70, 'dose-more'), 'dose-changed');
    expect(longer?.plan).toMatchObject([{ lengthMs: 70_000 }]);
    const [another] = ofType(pressed(reps, 64, 'dose-more'), 'dose-changed');
    expect(another?.plan).toMatchObject([{ reps: 11 }]);
  });

  test('a hold, and calm until the pulse is down, have no more and no less', () => {
    const holds: Dose = { type: 'holds', holdSeconds: 6, reps: 3, restSeconds: 15 };
    expect(ofType(pressed(holds, 17, 'dose-more', 'dose-less'), 'dose-changed')).toEqual([]);
    const settle: Dose = { type: 'settle', atLeastSeconds: 60, atMostSeconds: 90 };
    expect(ofType(pressed(settle, 20, 'dose-more', 'dose-less'), 'dose-changed')).toEqual([]);
  });

  test('a count that is none already is not corrected down', () => {
    expect(ofType(pressed(reps, 16, 'count-down'), 'count-corrected')).toEqual([]);
  });
});
