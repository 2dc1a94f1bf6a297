import type { EndReason, Fact } from '../session/facts.ts';
import type { ImportedFrom, SessionHeader, Source } from '../session/header.ts';
import type { Limits } from '../session/limits.ts';
import type { Sport } from '../session/sport.ts';
import { coverage } from './coverage.ts';
import { doneLaps, stepOf } from './done-laps.ts';
import { type Gap, gaps } from './gaps.ts';
import { type LapSummary, lapSummary } from './lap-summary.ts';
import { limitStretches } from './limit-stretches.ts';
import { type NotDown, notDownAtEnd } from './not-down.ts';
import { ratedEffort } from './rated-effort.ts';
import { type Recovery, recovery } from './recovery.ts';
import { type AtRest, atRest, withoutVariability } from './resting.ts';
import { seconds } from './rounded.ts';
import { type SessionEnd, sessionEnd } from './session-end.ts';
import { type TrustedSpan, trustedPulse } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';
import { unwatched } from './unwatched.ts';
import { type WarningEpisode, warnings } from './warnings.ts';
import { type ZonesS, zones } from './zones.ts';

const summarySchema = 'pulsepace/session-summary/1';

type LimitPair = { readonly cautionBpm: number; readonly limitBpm: number };

/** What a session came to; seconds since its start, bpm. As JSON it is what `log show --json` prints. */
export type Summary = {
  readonly schema: typeof summarySchema;
  readonly id: string;
  /** The routine's id; `open` without one. */
  readonly routine: string;
  readonly routineName: string;
  /** A resting test. */
  readonly kind?: 'rest';
  /** What an open session was for. */
  readonly sport?: Sport;
  readonly source: Source;
  readonly sensor: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly utcOffsetMinutes: number;
  readonly durationS: number;
  /** `interrupted` where nothing says that the session ended. */
  readonly endReason: EndReason;
  /** Those the session began with. */
  readonly limits: LimitPair;
  /** Those a key changed them to, in their order; absent where none did. */
  readonly laterLimits?: readonly (LimitPair & { readonly atS: number })[];
  readonly laps: readonly LapSummary[];
  readonly zonesS: ZonesS;
  readonly warnings: readonly WarningEpisode[];
  /** Where the pulse was not known to be down at the end. */
  readonly notDown?: NotDown;
  readonly gaps: readonly Gap[];
  readonly coveragePercent: number | Unavailable;
  readonly recovery: Recovery;
  readonly rest: AtRest;
  /** All that were received, trusted or not. */
  readonly measurements: number;
  /** Borg's CR10, as rated last; absent where it was not. */
  readonly cr10?: number;
  readonly notes?: readonly string[];
  /** Where it came from, if it was not recorded here. */
  readonly imported?: ImportedFrom;
};

/** Sums up a session from its journal; facts in the order they happened. Linear in their number. */
export function summarize(header: SessionHeader, journal: readonly Fact[]): Summary {
  const end = sessionEnd(journal);
  return summaryOf(header, end, trustedPulse(end.facts, end.atMs));
}

/** The same where its end and its pulse are known already. */
export function summaryOf(
  header: SessionHeader,
  end: SessionEnd,
  pulse: readonly TrustedSpan[],
): Summary {
  const { id, routine, source, sensor, startedAt, utcOffsetMinutes, limits } = header;
  const { facts, told } = end;
  const { laps: done, effort } = doneLaps(routine, end);
  const stretches = limitStretches(limits, told, end.atMs);
  return {
    schema: summarySchema,
    id,
    routine: routine.id,
    routineName: routine.name,
    ...(header.kind !== undefined && { kind: header.kind }),
    ...(header.sport !== undefined && { sport: header.sport }),
    source,
    sensor,
    startedAt,
    utcOffsetMinutes,
    durationS: seconds(end.atMs),
    endReason: end.reason,
    ...limitsIn(limits, told),
    laps: done.map((lap, index) =>
      lapSummary(lap, stepOf(routine, lap), pulse, stretches, done[index + 1]?.startMs ?? end.atMs),
    ),
    zonesS: zones(pulse, limits, told),
    warnings: warnings(facts, end.atMs),
    ...stillUp(header, end, pulse),
    gaps: gaps(told, pulse, end.atMs),
    coveragePercent: coverage(pulse, end.atMs),
    recovery: recovery(pulse, effort, end.atMs),
    rest: atRest(facts, told),
    measurements: facts.length - told.length,
    ...afterwords(end.allTold),
    ...(header.imported !== undefined && { imported: header.imported }),
  };
}

/** As it is shown: without variability where the person has said that the rhythm is irregular. */
export const shownTo = (isIrregularTold: boolean | undefined, summary: Summary): Summary =>
  isIrregularTold === true ? { ...summary, rest: withoutVariability(summary.rest) } : summary;

/** Of a session that a guard of ours watched. */
function stillUp(
  header: SessionHeader,
  { told, atMs }: SessionEnd,
  pulse: readonly TrustedSpan[],
): Pick<Summary, 'notDown'> {
  const notDown = unwatched(header) === undefined ? notDownAtEnd(told, pulse, atMs) : undefined;
  return notDown === undefined ? {} : { notDown };
}

/** The limits at first, and each change of them by key. */
function limitsIn(first: Limits, facts: readonly Fact[]): Pick<Summary, 'limits' | 'laterLimits'> {
  const laterLimits = facts
    .filter((fact) => fact.type === 'limits-changed')
    .map(({ atMs, limits }) => ({ atS: seconds(atMs), ...pairOf(limits) }));
  return { limits: pairOf(first), ...(laterLimits.length > 0 && { laterLimits }) };
}

const pairOf = ({ cautionBpm, limitBpm }: Limits): LimitPair => ({ cautionBpm, limitBpm });

/** Effort and notes, which come after the end. */
function afterwords(journal: readonly Fact[]): Pick<Summary, 'cr10' | 'notes'> {
  const cr10 = ratedEffort(journal);
  const notes = journal.filter((fact) => fact.type === 'note-added').map(({ text }) => text);
  return { ...(cr10 !== undefined && { cr10 }), ...(notes.length > 0 && { notes }) };
}
