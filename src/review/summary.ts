import type { EndReason, Fact } from '../session/facts.ts';
import type { SessionHeader, Source, Sport } from '../session/header.ts';
import { isOpen, type Routine, type Step } from '../session/routine.ts';
import { bouts } from './bouts.ts';
import { coverage } from './coverage.ts';
import { type Gap, gaps } from './gaps.ts';
import { type LapSummary, lapSummary } from './lap-summary.ts';
import { type Lap, laps } from './laps.ts';
import { lastEffort } from './last-effort.ts';
import { openLap } from './open-lap.ts';
import { type Recovery, recovery } from './recovery.ts';
import { type AtRest, atRest } from './resting.ts';
import { seconds } from './rounded.ts';
import { sessionEnd } from './session-end.ts';
import { trustedPulse } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';
import { type WarningEpisode, warnings } from './warnings.ts';
import { type ZonesS, zones } from './zones.ts';

const summarySchema = 'pulsepace/session-summary/1';

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
  readonly limits: { readonly cautionBpm: number; readonly limitBpm: number };
  readonly laps: readonly LapSummary[];
  readonly zonesS: ZonesS;
  readonly warnings: readonly WarningEpisode[];
  readonly gaps: readonly Gap[];
  readonly coveragePercent: number | Unavailable;
  readonly recovery: Recovery;
  readonly rest: AtRest;
  /** All that were received, trusted or not. */
  readonly measurements: number;
  /** Borg's CR10, as rated last; absent where it was not. */
  readonly cr10?: number;
  readonly notes?: readonly string[];
};

/** Sums up a session from its journal; facts in the order they happened. Linear in their number. */
export function summarize(header: SessionHeader, journal: readonly Fact[]): Summary {
  const { id, routine, source, sensor, startedAt, utcOffsetMinutes, limits } = header;
  const end = sessionEnd(journal);
  const facts = end.facts;
  const pulse = trustedPulse(facts, end.atMs);
  const moving = bouts(facts, end.atMs);
  const effort = lastEffort(facts, routine, moving, end.atMs);
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
    limits: { cautionBpm: limits.cautionBpm, limitBpm: limits.limitBpm },
    laps: isOpen(routine)
      ? openLap(effort, end).map((lap) => lapSummary(lap, openStep, pulse, limits.cautionBpm))
      : laps(facts, moving, end.atMs).map((lap) =>
          lapSummary(lap, stepOf(routine, lap), pulse, limits.cautionBpm),
        ),
    zonesS: zones(pulse, limits, facts),
    warnings: warnings(facts, end.atMs),
    gaps: gaps(facts, pulse, end.atMs),
    coveragePercent: coverage(pulse, end.atMs),
    recovery: recovery(pulse, effort, end.atMs),
    rest: atRest(facts),
    measurements: facts.reduce((sum, { type }) => sum + Number(type === 'measured'), 0),
    ...afterwords(journal),
  };
}

/** Effort and notes, which come after the end. */
function afterwords(journal: readonly Fact[]): Pick<Summary, 'cr10' | 'notes'> {
  const cr10 = journal.findLast((fact) => fact.type === 'effort-rated')?.cr10;
  const notes = journal.filter((fact) => fact.type === 'note-added').map(({ text }) => text);
  return { ...(cr10 !== undefined && { cr10 }), ...(notes.length > 0 && { notes }) };
}

const openStep = { id: 'open', name: 'Open session' };

/** A step that the routine does not have goes by its number: a damaged journal is still read. */
function stepOf({ steps }: Routine, { stepIndex }: Lap): Pick<Step, 'id' | 'name'> {
  const number = stepIndex + 1;
  return steps[stepIndex] ?? { id: `step-${number}`, name: `Step ${number}` };
}
