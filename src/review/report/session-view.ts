import type { Fact } from '../../session/facts.ts';
import type { SessionHeader } from '../../session/header.ts';
import { type DoseDone, dosesDone } from '../dose-done.ts';
import { mended } from '../hrv/mended.ts';
import { type Grade, gradeOf } from '../hrv/quality.ts';
import { beatsOf } from '../hrv/rr-series.ts';
import { seriesFromFacts } from '../hrv/series-from-facts.ts';
import { knownWithinMs } from '../known-within.ts';
import { type LapPulse, lapPulse } from '../lap-pulse.ts';
import type { LapSummary } from '../lap-summary.ts';
import { type LimitStretches, limitStretches } from '../limit-stretches.ts';
import { type Energy, energy } from '../load/energy.ts';
import { type HighestPulse, highestPulse } from '../load/highest-pulse.ts';
import type { Person } from '../load/person.ts';
import { type SessionIntensity, sessionIntensity } from '../load/session-intensity.ts';
import { banisterLoad, edwardsLoad, type Load } from '../load/training-impulse.ts';
import { type AtRest, atRest, withoutVariability } from '../resting.ts';
import { tenths } from '../rounded.ts';
import { sessionEnd } from '../session-end.ts';
import { type Summary, summarize } from '../summary.ts';
import { type TrustedSpan, trustedPulse } from '../trusted-pulse.ts';
import type { Unavailable } from '../unavailable.ts';

export type LapView = {
  /** Its place in the routine, from 1. */
  readonly number: number;
  readonly lap: LapSummary;
  /** How much of the lap the pulse was known for. */
  readonly coveragePercent: number;
  readonly dose?: DoseDone;
};

/** How well the single beats were told: intervals received, and the share of them that is spoilt. */
export type BeatQuality = {
  readonly intervals: number;
  readonly artefactPercent: number;
  readonly grade: Grade;
};

/** All that a report draws of one session, derived from its journal. */
export type SessionView = {
  readonly header: SessionHeader;
  readonly summary: Summary;
  readonly facts: readonly Fact[];
  readonly endMs: number;
  readonly pulse: readonly TrustedSpan[];
  readonly overall: LapPulse;
  readonly limits: LimitStretches;
  readonly laps: readonly LapView[];
  readonly rest: AtRest;
  readonly beats: BeatQuality;
  readonly load: Load | Unavailable;
  /** Absent where the profile has no weight. */
  readonly energy?: Energy | Unavailable;
  readonly highest?: HighestPulse;
  /** Absent where the profile does not allow it. */
  readonly intensity?: SessionIntensity;
};

export function sessionView(
  header: SessionHeader,
  journal: readonly Fact[],
  person: Person,
): SessionView {
  const isIrregularTold = person.irregularRhythm === true;
  const summary = summarize(header, journal);
  const { atMs: endMs, facts } = sessionEnd(journal);
  const pulse = trustedPulse(facts, endMs);
  const limits = limitStretches(header.limits, facts, endMs);
  const highest = highestPulse(person.highestBpm, person.ageYears);
  const intensity = sessionIntensity(header, journal, person);
  const doses = dosesDone(facts);
  const laps = summary.laps.map((lap, index): LapView => {
    const step = header.routine.steps.findIndex(({ id }) => id === lap.step);
    const dose = doses.get(step);
    return {
      number: step < 0 ? index + 1 : step + 1,
      lap,
      coveragePercent: lapCoverage(lap, pulse),
      ...(dose !== undefined && { dose }),
    };
  });
  return {
    header,
    summary,
    facts,
    endMs,
    pulse,
    overall: lapPulse(pulse, 0, endMs),
    limits,
    laps,
    rest: isIrregularTold ? withoutVariability(atRest(facts)) : atRest(facts),
    beats: beatQuality(facts),
    load: loadOf(pulse, endMs, highest, person),
    ...(person.weightKg !== undefined && { energy: energy(pulse, person) }),
    ...(highest !== undefined && { highest }),
    ...(intensity !== undefined && { intensity }),
  };
}

function lapCoverage(lap: LapSummary, pulse: readonly TrustedSpan[]): number {
  const lapMs = (lap.endS - lap.startS) * 1000;
  return lapMs <= 0 ? 0 : tenths((100 * knownWithinMs(pulse, lap)) / lapMs);
}

function beatQuality(facts: readonly Fact[]): BeatQuality {
  const series = seriesFromFacts(facts);
  const intervals = beatsOf(series);
  const artefacts = mended(series).artefacts.length;
  const artefactPercent = intervals === 0 ? 0 : (100 * artefacts) / intervals;
  return { intervals, artefactPercent, grade: gradeOf(artefactPercent) };
}

/** Counted as `trends` counts: Banister's where sex, resting and highest pulse are known, else Edwards'. */
function loadOf(
  pulse: readonly TrustedSpan[],
  endMs: number,
  highest: HighestPulse | undefined,
  person: Person,
): Load | Unavailable {
  if (highest === undefined) {
    return { unavailable: 'the profile has neither a highest pulse nor a year of birth' };
  }
  const known = { ...person, highestBpm: highest.bpm };
  return person.sex !== undefined && person.restingBpm !== undefined
    ? banisterLoad(pulse, endMs, known)
    : edwardsLoad(pulse, endMs, known);
}
