import { isPlausibleBpm } from '../session/distrust.ts';
import type { Fact } from '../session/facts.ts';
import type { CarriedLap, CarriedPoint, CarriedSession } from './carried-session.ts';

/** Beyond it a routine has no steps; a watch that laps each minute is kept without its laps. */
const mostLaps = 60;

/**
 * A session of another program as facts of ours: what was measured, its laps and pauses, and its end. Nothing that a
 * guard would have said is made up, so there are no warnings and no zones of its own time.
 */
export function importedFacts(session: CarriedSession): Fact[] {
  const { laps, pauses, endMs, cr10 } = session;
  const stepped = hasSteps(laps);
  const facts: Fact[] = [
    {
      type: 'link-changed',
      atMs: 0,
      link: { status: 'connected', name: session.sensor ?? 'file' },
    },
    ...(stepped ? laps.flatMap(lapFacts) : [{ type: 'open-began', atMs: 0 } as const]),
    ...pauses.flatMap(({ startMs, endMs: untilMs }): Fact[] => [
      { type: 'paused', atMs: startMs },
      { type: 'resumed', atMs: untilMs },
    ]),
    ...measuredFacts(session.points),
  ];
  const inOrder = facts.sort((a, b) => a.atMs - b.atMs);
  const lastMs = Math.max(endMs, inOrder.at(-1)?.atMs ?? 0);
  inOrder.push({ type: 'session-ended', atMs: lastMs, reason: 'source-ended' });
  if (cr10 !== undefined) inOrder.push({ type: 'effort-rated', atMs: lastMs, cr10 });
  return inOrder;
}

/** One lap over everything is what every watch writes, and says nothing; a named one does. */
export const hasSteps = (laps: readonly CarriedLap[]): boolean =>
  laps.length <= mostLaps &&
  (laps.length > 1 || laps.some(({ stepIndex }) => stepIndex !== undefined));

function lapFacts(lap: CarriedLap, stepIndex: number): Fact[] {
  const outcome = outcomes.find((each) => each === lap.outcome) ?? 'done';
  return [
    { type: 'exercise-began', atMs: lap.startMs, stepIndex, plan: [] },
    { type: 'exercise-ended', atMs: lap.endMs, stepIndex, outcome, remaining: [] },
  ];
}

const outcomes = ['done', 'skipped', 'dropped', 'stopped'] as const;

/**
 * Beats of points without a pulse go to the next that has one; where none has, the pulse is the beats' own mean. A pulse
 * that no heart has, and that no beats of its own bear out, is kept and not trusted (§1).
 */
function measuredFacts(points: readonly CarriedPoint[]): Fact[] {
  const facts: Extract<Fact, { type: 'measured' }>[] = [];
  let waiting: number[] = [];
  for (const { atMs, bpm, rrIntervalsMs } of points) {
    if (bpm === undefined) {
      waiting.push(...rrIntervalsMs);
      continue;
    }
    const beats = waiting.length > 0 ? [...waiting, ...rrIntervalsMs] : [...rrIntervalsMs];
    const isTrusted = isPlausibleBpm(bpm) || isBorneOut(bpm, beats);
    facts.push({
      type: 'measured',
      atMs,
      bpm,
      rrIntervalsMs: beats,
      ...(!isTrusted && { distrust: 'implausible' }),
    });
    waiting = [];
  }
  if (waiting.length > 0) facts.at(-1)?.rrIntervalsMs.push(...waiting);
  return facts.length > 0 ? facts : beatsAlone(points);
}

function beatsAlone(points: readonly CarriedPoint[]): Extract<Fact, { type: 'measured' }>[] {
  return points.flatMap(({ atMs, rrIntervalsMs }) => {
    const bpm = Math.round(rateOf(rrIntervalsMs));
    if (!(bpm > 0)) return [];
    return [{ type: 'measured', atMs, bpm, rrIntervalsMs: [...rrIntervalsMs] }];
  });
}

const nearBpm = 15;

const isBorneOut = (bpm: number, rrIntervalsMs: readonly number[]): boolean =>
  Math.abs(rateOf(rrIntervalsMs) - bpm) <= nearBpm;

/** In bpm; NaN of none. */
function rateOf(rrIntervalsMs: readonly number[]): number {
  const sumMs = rrIntervalsMs.reduce((sum, ms) => sum + ms, 0);
  return sumMs > 0 ? (60_000 * rrIntervalsMs.length) / sumMs : Number.NaN;
}
