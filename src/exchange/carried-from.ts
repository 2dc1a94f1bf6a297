import { summarize } from '../review/summary.ts';
import type { Fact, FactOf } from '../session/facts.ts';
import { type SessionHeader, sportSchema } from '../session/header.ts';
import { isOpen, type Routine, type Step } from '../session/routine.ts';
import type { Sport } from '../session/sport.ts';
import type { CarriedLap, CarriedPoint, DatedSession, Stretch } from './carried-session.ts';
import { cleanText } from './clean-text.ts';
import { titleFor } from './not-a-heart.ts';

/** What of a journal other programs can be told; times in whole ms. */
export function carriedFrom(header: SessionHeader, facts: readonly Fact[]): DatedSession {
  const summary = summarize(header, facts);
  const endMs = Math.round(summary.durationS * 1000);
  const { cr10, warnings } = summary;
  const sport = header.sport ?? sportOfRoutine(header.routine);
  return {
    startedAt: header.startedAt,
    utcOffsetMinutes: header.utcOffsetMinutes,
    endMs,
    title: cleanText(titleFor(header.routine.name, header.source)),
    sensor: cleanText(header.sensor),
    ...(sport !== undefined && { sport }),
    ...(!isOpen(header.routine) && { isDemanding: header.routine.steps.some(isDemanding) }),
    origin: { sessionId: header.id, routineId: header.routine.id, source: header.source },
    points: facts
      .filter((fact) => fact.type === 'measured' && Math.round(fact.atMs) <= endMs)
      .map((fact) => pointOf(fact as FactOf<'measured'>)),
    laps: summary.laps.map((lap) => carriedLap(header, lap)),
    pauses: pausesIn(facts, endMs),
    warnings,
    ...(cr10 !== undefined && { cr10 }),
  };
}

const isDemanding = ({ effort }: Step): boolean => effort === 'moderate' || effort === 'vigorous';

/** An open routine named after a sport is that sport. */
const sportOfRoutine = (routine: Routine): Sport | undefined =>
  isOpen(routine) ? sportSchema.options.find((sport) => sport === routine.id) : undefined;

const noBeats: readonly number[] = [];

function pointOf({ bpm, rrIntervalsMs, distrust, ...fact }: FactOf<'measured'>): CarriedPoint {
  const atMs = Math.round(fact.atMs);
  if (distrust !== undefined) return { atMs, rrIntervalsMs: noBeats };
  const isClean = rrIntervalsMs.every(isInterval);
  return { atMs, bpm, rrIntervalsMs: isClean ? rrIntervalsMs : rrIntervalsMs.filter(isInterval) };
}

/** What a strap sends for "none" (0, 65535) is no interval. */
const isInterval = (ms: number): boolean => ms >= 1 && ms < 63_999;

type LapOfSummary = ReturnType<typeof summarize>['laps'][number];

function carriedLap({ routine }: SessionHeader, lap: LapOfSummary): CarriedLap {
  const index = routine.steps.findIndex(({ id }) => id === lap.step);
  const step = routine.steps[index];
  return {
    startMs: Math.round(lap.startS * 1000),
    endMs: Math.round(lap.endS * 1000),
    name: cleanText(lap.name),
    ...(step !== undefined && { stepIndex: index, isStill: step.effort === 'still' }),
    outcome: lap.outcome,
  };
}

function pausesIn(facts: readonly Fact[], endMs: number): Stretch[] {
  const pauses: Stretch[] = [];
  let startMs: number | undefined;
  const close = (atMs: number): void => {
    if (startMs !== undefined && atMs > startMs) pauses.push({ startMs, endMs: atMs });
    startMs = undefined;
  };
  for (const fact of facts) {
    if (fact.type === 'paused' || fact.type === 'slept') startMs ??= Math.round(fact.atMs);
    else if (fact.type === 'resumed' || fact.type === 'session-ended') close(Math.round(fact.atMs));
  }
  close(endMs);
  return pauses;
}
