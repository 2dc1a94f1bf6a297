import type { PracticePlan } from '../../session/practice-plan.ts';
import { quantile } from '../hrv/quantile.ts';
import { type HighestPulse, highestPulse } from '../load/highest-pulse.ts';
import type { Person } from '../load/person.ts';
import { edwardsLoad } from '../load/training-impulse.ts';
import { mondayOf } from '../local-day.ts';
import { type Regularity, regularityOf } from '../regularity.ts';
import type { SessionFigures } from '../session-figures.ts';
import { isUnavailable } from '../unavailable.ts';

/** One figure of one week, and how many sessions it stands on; without a value where none tells it. */
export type WeekPoint = {
  readonly mondayDay: number;
  readonly value?: number;
  readonly sessions: number;
};

/** Weeks of training, derived from the figures of sessions; only measured hearts are counted. */
export type WeekView = {
  readonly fromDay: number;
  readonly today: number;
  readonly weeks: number;
  /** All of the period, newest first, those of no real heart too. */
  readonly listed: readonly SessionFigures[];
  /** Of a real heart, oldest first. */
  readonly real: readonly SessionFigures[];
  readonly plans: readonly Regularity[];
  readonly resting: readonly WeekPoint[];
  readonly rmssd: readonly WeekPoint[];
  readonly fall: { readonly after?: string; readonly points: readonly WeekPoint[] };
  readonly load: readonly WeekPoint[];
  readonly highest?: HighestPulse;
};

export type WeeksAsked = {
  /** Every session there is, in any order. */
  readonly sessions: readonly SessionFigures[];
  readonly plans: readonly PracticePlan[];
  readonly person: Person;
  /** A local day, days since 1970-01-01. */
  readonly today: number;
  readonly weeks: number;
};

export const isReal = ({ source }: Pick<SessionFigures, 'source'>): boolean =>
  source === 'strap' || source === 'import';

const daysAWeek = 7;

export function weekView({ sessions, plans, person, today, weeks }: WeeksAsked): WeekView {
  const fromDay = mondayOf(today) - (weeks - 1) * daysAWeek;
  const within = sessions
    .filter(({ day }) => day >= fromDay && day <= today)
    .sort((a, b) => a.day - b.day || a.minute - b.minute);
  const real = within.filter(isReal);
  const highest = highestPulse(person.highestBpm, person.ageYears);
  const weekly = (
    figureOf: (session: SessionFigures) => number | undefined,
    together: (values: readonly number[]) => number = medianOf,
  ): WeekPoint[] =>
    Array.from({ length: weeks }, (_, index) => {
      const mondayDay = fromDay + index * daysAWeek;
      const values = real
        .filter(({ day }) => mondayOf(day) === mondayDay)
        .flatMap((session) => figureOf(session) ?? []);
      return {
        mondayDay,
        sessions: values.length,
        ...(values.length > 0 && { value: together(values) }),
      };
    });
  const compared = commonestFall(real);
  return {
    fromDay,
    today,
    weeks,
    listed: [...within].reverse(),
    real,
    plans: plans.map((plan) => regularityOf(plan, sessions, today, weeks)),
    resting: weekly(({ restingBpm }) => restingBpm),
    rmssd: weekly(({ rmssdMs }) => rmssdMs),
    fall: {
      ...(compared !== undefined && { after: compared.name }),
      points: weekly((session) =>
        fallKey(session) === compared?.key ? session.fall?.hrr60Bpm : undefined,
      ),
    },
    load: weekly((session) => loadOf(session, highest), sumOf),
    ...(highest !== undefined && { highest }),
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

const medianOf = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

const fallKey = ({ routineId, fall }: SessionFigures): string | undefined =>
  fall?.hrr60Bpm === undefined ? undefined : `${routineId} ${fall.afterStepId}`;

/** Only falls after the same exercise of the same routine compare: the pair that most sessions have. */
function commonestFall(
  sessions: readonly SessionFigures[],
): { readonly key: string; readonly name: string } | undefined {
  const counts = new Map<string, { count: number; name: string }>();
  for (const session of sessions) {
    const key = fallKey(session);
    if (key === undefined) continue;
    const exercise = session.fall?.afterStepId.replaceAll('-', ' ');
    const name = `${exercise} (${session.routineName})`;
    counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts].sort(([, a], [, b]) => b.count - a.count);
  return most && { key: most[0], name: most[1].name };
}

/** The seconds at each bpm weigh as the spans they were counted from. */
function loadOf(
  { secondsAtBpm: { fromBpm, seconds }, durationMs }: SessionFigures,
  highest: HighestPulse | undefined,
): number | undefined {
  if (highest === undefined) return undefined;
  const pulse = seconds.map((each, index) => ({
    startMs: 0,
    endMs: each * 1000,
    bpm: fromBpm + index,
  }));
  const load = edwardsLoad(pulse, durationMs, { highestBpm: highest.bpm });
  return isUnavailable(load) ? undefined : load.value;
}
