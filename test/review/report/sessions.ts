import { dayOf } from '../../../src/review/local-day.ts';
import type { WeeksAsked } from '../../../src/review/report/week-view.ts';
import type { SessionFigures } from '../../../src/review/session-figures.ts';
import type { Fact } from '../../../src/session/facts.ts';
import { beats, headerOf, linkLost, plainRoutine, press, tell } from '../../session/story.ts';
import { practice } from '../practices.ts';

export const header = headerOf(plainRoutine(2));

/** Caution, over and a stop in the first exercise, acknowledged; a lost link in the second; then the pulse comes down. */
export const storyFacts: readonly Fact[] = tell(header, [
  ...beats(75, 2, 40),
  ...beats(95, 40, 50),
  ...beats(105, 50, 55),
  press(55, 'acknowledge'),
  ...beats(105, 55, 60),
  ...beats(80, 60, 130),
  linkLost(130),
  ...beats(86, 150, 230),
  ...beats(70, 230, 420),
]).facts;

export const today = dayOf('2026-11-24');

/** Ten minutes at 100 bpm, so many days before today. */
export const figures = (daysAgo: number, change: Partial<SessionFigures> = {}): SessionFigures => {
  const { day: _day, ...practised } = practice(0);
  return {
    ...practised,
    day: today - daysAgo,
    id: `session-${daysAgo}`,
    routineName: 'Story',
    durationMs: 600_000,
    endReason: 'completed',
    limits: { cautionBpm: 90, limitBpm: 100 },
    coveragePercent: 97.5,
    zonesS: { easy: 0, caution: 600, over: 0 },
    cautions: 1,
    overs: 0,
    averageBpm: 100,
    peakBpm: 100,
    rmssdMs: 20 + daysAgo,
    restingBpm: 65,
    fall: { afterStepId: 'squats', endBpm: 100, hrr60Bpm: 15 },
    secondsAtBpm: { fromBpm: 100, seconds: [600] },
    ...change,
  };
};

/** Eight weeks with a plan, a simulated session, one over the limit, one with discomfort, and a week without any. */
export const weeksAsked: WeeksAsked = {
  sessions: [
    figures(0),
    figures(1, { overs: 2 }),
    figures(3, { source: 'simulator' }),
    figures(9, { hasDiscomfort: true }),
    figures(22),
    figures(30),
    figures(44),
  ],
  plans: [
    { routineId: 'story', times: ['morning'], days: ['mon', 'wed', 'fri'], since: '2026-10-01' },
  ],
  person: { ageYears: 71 },
  today,
  weeks: 8,
};
