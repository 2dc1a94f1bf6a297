import { type DoneLap, doneLaps, stepOf } from '../review/done-laps.ts';
import { ratedEffort } from '../review/rated-effort.ts';
import { sessionEnd } from '../review/session-end.ts';
import { warnings } from '../review/warnings.ts';
import type { Fact, FactOf } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { isOpen, type Routine, type Step } from '../session/routine.ts';
import { type Sport, sports } from '../session/sport.ts';
import type { CarriedLap, CarriedPoint, DatedSession, Stretch } from './carried-session.ts';
import { cleanText } from './clean-text.ts';
import { titleFor } from './not-a-heart.ts';

/** What of a journal other programs can be told; times in whole ms. */
export function carriedFrom(header: SessionHeader, facts: readonly Fact[]): DatedSession {
  const end = sessionEnd(facts);
  const endMs = Math.round(end.atMs);
  const cr10 = ratedEffort(end.allTold);
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
    laps: doneLaps(header.routine, end).laps.map((lap) => carriedLap(header, lap)),
    pauses: pausesIn(facts, endMs),
    warnings: warnings(end.facts, end.atMs),
    ...(cr10 !== undefined && { cr10 }),
  };
}

const isDemanding = ({ effort }: Step): boolean => effort === 'moderate' || effort === 'vigorous';

/** An open routine named after a sport is that sport. */
const sportOfRoutine = (routine: Routine): Sport | undefined =>
  isOpen(routine) ? sports.find((sport) => sport === routine.id) : undefined;

const noBeats: readonly number[] = [];

function pointOf(fact: FactOf<'measured'>): CarriedPoint {
  const atMs = Math.round(fact.atMs);
  if (fact.distrust !== undefined) return { atMs, rrIntervalsMs: noBeats };
  const { bpm, rrIntervalsMs } = fact;
  const isClean = rrIntervalsMs.every(isInterval);
  return { atMs, bpm, rrIntervalsMs: isClean ? rrIntervalsMs : rrIntervalsMs.filter(isInterval) };
}

/** What a strap sends for "none" (0, 65535) is no interval. */
const isInterval = (ms: number): boolean => ms >= 1 && ms < 63_999;

function carriedLap({ routine }: SessionHeader, lap: DoneLap): CarriedLap {
  const { stepIndex, startMs, endMs, outcome } = lap;
  const step = stepIndex === undefined ? undefined : routine.steps[stepIndex];
  return {
    startMs: Math.round(startMs),
    endMs: Math.round(endMs),
    name: cleanText(stepOf(routine, lap).name),
    ...(stepIndex !== undefined &&
      step !== undefined && { stepIndex, isStill: step.effort === 'still' }),
    outcome,
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
