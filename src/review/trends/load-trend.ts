import type { Person } from '../load/person.ts';
import { banisterLoad, edwardsLoad, type Load, type LoadIndex } from '../load/training-impulse.ts';
import { type DatedLoad, trainingLoad } from '../load/training-load.ts';
import { dateOf } from '../local-day.ts';
import { tenths } from '../rounded.ts';
import type { SecondsAtBpm } from '../seconds-at-bpm.ts';
import type { SessionFigures } from '../session-figures.ts';
import type { TrustedSpan } from '../trusted-pulse.ts';
import { isUnavailable, type Unavailable } from '../unavailable.ts';

/** A week's load, and fitness (CTL), fatigue (ATL) and form (TSB) on its last day, or today. */
type LoadWeek = {
  readonly monday: string;
  readonly load: number;
  readonly of: number;
  readonly ctl: number;
  readonly atl: number;
  readonly tsb: number;
  /** The first 42 days: the start still weighs. */
  readonly isSettling: boolean;
};

export type LoadTrend = {
  readonly index: LoadIndex;
  readonly weeks: readonly LoadWeek[];
  /** Sessions of these weeks of which more than a fifth of the pulse was missing, and the rest stands for all of it. */
  readonly scaled: number;
  /** Sessions of these weeks without a load. */
  readonly without: number;
};

/** One index throughout: Banister's where sex, resting and highest pulse are known, else Edwards'. */
export function loadTrend(
  sessions: readonly SessionFigures[],
  mondays: readonly number[],
  today: number,
  person: Person,
): LoadTrend | Unavailable {
  if (person.highestBpm === undefined) {
    return {
      unavailable:
        'it needs your highest pulse or your year of birth: pulsepace profile set birthYear 1961',
    };
  }
  const isBanister = person.sex !== undefined && person.restingBpm !== undefined;
  const loads = sessions
    .filter(({ kind }) => kind !== 'rest')
    .map((each) => ({ day: each.day, load: loadOf(each, person, isBanister) }));
  const days = trainingLoad(loads, today);
  if (isUnavailable(days)) return days;
  const [first = today] = mondays;
  const known = loads.flatMap(({ day, load }) => (isUnavailable(load) ? [] : [{ day, load }]));
  const [some] = known;
  if (some === undefined) return { unavailable: 'no session has a load' };
  const weeks = mondays.flatMap((monday): LoadWeek[] => {
    const last = days.findLast(({ day }) => day >= monday && day < monday + 7);
    return last === undefined
      ? []
      : [{ monday: dateOf(monday), ...weekLoad(loads, monday), ...formOf(last) }];
  });
  return {
    index: some.load.index,
    weeks,
    scaled: known.filter(({ day, load }) => day >= first && load.isScaled).length,
    without: loads.filter(({ day, load }) => day >= first && isUnavailable(load)).length,
  };
}

function loadOf(
  { secondsAtBpm, durationMs }: SessionFigures,
  person: Person,
  isBanister: boolean,
): Load | Unavailable {
  const pulse = spansOf(secondsAtBpm);
  return isBanister
    ? banisterLoad(pulse, durationMs, person)
    : edwardsLoad(pulse, durationMs, person);
}

/** A load does not ask in which order the pulse came. */
function spansOf({ fromBpm, seconds }: SecondsAtBpm): TrustedSpan[] {
  let startMs = 0;
  return seconds.map((each, index) => {
    const span = { startMs, endMs: startMs + each * 1000, bpm: fromBpm + index };
    startMs = span.endMs;
    return span;
  });
}

function weekLoad(loads: readonly DatedLoad[], monday: number): { load: number; of: number } {
  const within = loads.flatMap(({ day, load }) =>
    day >= monday && day < monday + 7 && !isUnavailable(load) ? [load.value] : [],
  );
  return { load: tenths(within.reduce((sum, each) => sum + each, 0)), of: within.length };
}

const formOf = ({
  ctl,
  atl,
  tsb,
  isSettling,
}: Omit<LoadWeek, 'monday' | 'load' | 'of'>): Omit<LoadWeek, 'monday' | 'load' | 'of'> => ({
  ctl: tenths(ctl),
  atl: tenths(atl),
  tsb: tenths(tsb),
  isSettling,
});
