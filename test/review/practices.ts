import { dateOf, dayOf } from '../../src/review/local-day.ts';
import type { Practice, StepPractice } from '../../src/review/practice.ts';
import type { Routine } from '../../src/session/routine.ts';
import { routineSchema } from '../../src/session/routine-schema.ts';

/** Three steps: moderate with an easier variant, light with a cadence, light without. */
export const routine: Routine = routineSchema.parse({
  schemaVersion: 1,
  id: 'story',
  name: 'Story',
  summary: 'For stories.',
  steps: [
    {
      id: 'squats',
      name: 'Squats',
      posture: 'standing',
      prompt: ['Squat.'],
      dose: { type: 'reps', reps: { least: 10, most: 30 }, cadencePerMin: 12 },
      breathing: 'Evenly.',
      effort: 'moderate',
      easier: { name: 'Half-squats', prompt: ['Half.'] },
    },
    {
      id: 'taps',
      name: 'Taps',
      posture: 'standing',
      prompt: ['Tap.'],
      dose: { type: 'reps', reps: 20, cadencePerMin: 40 },
      breathing: 'Evenly.',
      effort: 'light',
    },
    {
      id: 'sway',
      name: 'Sway',
      posture: 'sitting',
      prompt: ['Sway.'],
      dose: { type: 'time', seconds: 60 },
      breathing: 'Evenly.',
      effort: 'light',
    },
  ],
});

export const today = dayOf('2026-11-22');

export const calm = (stepId: string, change: Partial<StepPractice> = {}): StepPractice => ({
  stepId,
  isDone: true,
  reachedCaution: false,
  overStops: 0,
  ...change,
});

/** A good session so many days ago, at eight in the morning, an hour east of Greenwich. */
export function practice(daysAgo: number, change: Partial<Practice> = {}): Practice {
  const day = today - daysAgo;
  return {
    day,
    minute: 8 * 60,
    routineId: 'story',
    source: 'strap',
    startedAt: `${dateOf(day)}T07:00:00.000Z`,
    utcOffsetMinutes: 60,
    level: 2,
    isLevelForOnce: false,
    adaptations: [],
    steps: [calm('squats'), calm('taps'), calm('sway')],
    isCompleted: true,
    isGuardEnded: false,
    hasDiscomfort: false,
    overStops: 0,
    exerciseMs: 600_000,
    cautionMs: 60_000,
    cr10: 3,
    ...change,
  };
}
