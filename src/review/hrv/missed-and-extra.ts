import { longestMs, longestRun, shortestMs } from './artefact.ts';
import { addBeat, type Beats, dropBeat, noBeats } from './beats.ts';
import { rollingMedian } from './rolling-median.ts';

const medianBeats = 11;
const ordinaryShare = 0.8;
const [leastOfMedian, mostOfMedian] = [0.6, 1.5];
/** An interval below this share of its neighbours may be a piece of one. */
const pieceShare = 0.62;
/** How far the sum of pieces, or a part, may be from what the neighbours are, as a share. */
const fits = 0.3;
/** The same for merged pieces: an early beat that nothing makes up for is no piece. */
const piecesFit = 0.22;
const missedShare = 1.6;

/**
 * A stretch in which split intervals are merged and those that hold missed beats are split into k equal parts, k = 2–4;
 * what no heart does and neither explains is lost. Compares with the beats around, so that breathing and ramps move along.
 */
export function withoutMissedAndExtra(rrIntervalsMs: readonly number[]): Beats {
  const beats = noBeats();
  const local = new Surroundings(rrIntervalsMs);
  for (let at = 0; at < rrIntervalsMs.length; ) at = take(beats, rrIntervalsMs, local, at);
  return beats;
}

/** Adds what the interval at `at` stands for; returns where the next begins. */
function take(
  beats: Beats,
  rrIntervalsMs: readonly number[],
  local: Surroundings,
  at: number,
): number {
  const rrMs = rrIntervalsMs[at] ?? 0;
  if (local.isOrdinary(at)) {
    addBeat(beats, { rrMs, from: at, to: at });
    return at + 1;
  }
  const aroundMs = local.levelMs(at, at);
  if (rrMs < pieceShare * aroundMs) {
    const merged = mergeTo(beats, rrIntervalsMs, local, at);
    if (merged !== undefined) return merged;
  }
  const parts = partsOf(rrMs, aroundMs);
  const isPauseOfOne = isPause(rrIntervalsMs[at - 1] ?? aroundMs, rrMs, local.levelMs(at - 1, at));
  if (parts > 1 && !isPauseOfOne) addParts(beats, rrMs, at, parts);
  else if (rrMs < shortestMs / 2 || rrMs > longestMs) {
    const type = rrMs < aroundMs ? 'short' : 'long';
    addBeat(beats, { rrMs, from: at, to: at, type, isLost: true });
  } else addBeat(beats, { rrMs, from: at, to: at });
  return at + 1;
}

function addParts(beats: Beats, rrMs: number, at: number, parts: number): void {
  const missed = { rrMs: rrMs / parts, from: at, to: at, type: 'missed', isMadeUp: true } as const;
  addBeat(beats, { ...missed, hole: parts });
  for (let part = 1; part < parts; part += 1) addBeat(beats, missed);
}

/** How many beats an interval stands for; 1 where it is no whole number of those around, or too many. */
function partsOf(rrMs: number, aroundMs: number): number {
  const parts = Math.round(rrMs / aroundMs);
  const isMissed = rrMs >= missedShare * aroundMs && Math.abs(rrMs / parts / aroundMs - 1) <= fits;
  return isMissed && parts <= longestRun ? parts : 1;
}

/** Whether an interval makes up for an early beat before it. */
const isPause = (beforeMs: number, rrMs: number, aroundMs: number): boolean =>
  beforeMs < 0.8 * aroundMs && Math.abs((beforeMs + rrMs) / aroundMs - 2) < fits;

/** Merges a piece with the neighbour that gives the likelier interval, if either does. */
function mergeTo(
  beats: Beats,
  rrIntervalsMs: readonly number[],
  local: Surroundings,
  at: number,
): number | undefined {
  const rrMs = rrIntervalsMs[at] ?? 0;
  const before = beats.rrMs.length - 1;
  const isBeforeSound = before >= 0 && beats.type[before] === undefined;
  const beforeMs = isBeforeSound ? (beats.rrMs[before] ?? 0) : Number.POSITIVE_INFINITY;
  const afterMs = rrIntervalsMs[at + 1] ?? Number.POSITIVE_INFINITY;
  const missBefore = Math.abs((beforeMs + rrMs) / local.levelMs(at - 1, at) - 1);
  const missAfter = Math.abs((rrMs + afterMs) / local.levelMs(at, at + 1) - 1);
  if (Math.min(missBefore, missAfter) > piecesFit) return undefined;
  if (missBefore < missAfter) {
    dropBeat(beats);
    addBeat(beats, { rrMs: beforeMs + rrMs, from: at - 1, to: at, type: 'extra' });
    return at + 1;
  }
  addBeat(beats, { rrMs: rrMs + afterMs, from: at, to: at + 1, type: 'extra' });
  return at + 2;
}

/** What intervals around a place are like: the two nearest on each side that may be whole ones. */
class Surroundings {
  readonly #rrIntervalsMs: readonly number[];
  readonly #medianMs: Float64Array;

  constructor(rrIntervalsMs: readonly number[]) {
    this.#rrIntervalsMs = rrIntervalsMs;
    this.#medianMs = rollingMedian(rrIntervalsMs, medianBeats);
  }

  /** Whether an interval is so near the median that no neighbours make it a piece, or two. */
  isOrdinary(at: number): boolean {
    const rrMs = this.#rrIntervalsMs[at] ?? 0;
    const medianMs = this.#medianMs[at] ?? 0;
    if (rrMs < shortestMs || rrMs > longestMs) return false;
    return rrMs > ordinaryShare * medianMs && rrMs < medianMs / ordinaryShare;
  }

  levelMs(from: number, to: number): number {
    const medianMs = this.#medianMs[Math.max(0, from)] ?? 0;
    let sum = 0;
    let count = 0;
    for (const [first, step] of [
      [from - 1, -1],
      [to + 1, 1],
    ] as const) {
      let found = 0;
      for (let away = 0; away < 4 && found < 2; away += 1) {
        const rrMs = this.#rrIntervalsMs[first + away * step];
        if (rrMs === undefined) break;
        if (rrMs < leastOfMedian * medianMs || rrMs > mostOfMedian * medianMs) continue;
        sum += rrMs;
        found += 1;
      }
      count += found;
    }
    return count > 0 ? sum / count : medianMs;
  }
}
