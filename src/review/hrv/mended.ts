import { type Artefact, type ArtefactType, longestMs, longestRun, shortestMs } from './artefact.ts';
import type { Beats } from './beats.ts';
import { mendPairs } from './early-and-misplaced.ts';
import { fillHoles, smoothHoles } from './fill-holes.ts';
import { withoutMissedAndExtra } from './missed-and-extra.ts';
import { rollingMedian } from './rolling-median.ts';
import type { RrSegment, RrSeries } from './rr-series.ts';
import { mendShort, shortBeats } from './short-stretch.ts';

const medianBeats = 11;
/** Of the local median; no beat beside a spoilt one is sound that is so far from it. */
const farOff = 0.4;

/** A series after correction, and what was found in it, in order of the series as given. */
export type Mended = {
  readonly segments: readonly RrSegment[];
  readonly artefacts: readonly Artefact[];
};

/** Finds the artefacts of a series and corrects them, each segment for itself; more than four in a row become a gap. */
export function mended(series: RrSeries): Mended {
  const segments: RrSegment[] = [];
  const artefacts: Artefact[] = [];
  let offset = 0;
  for (const segment of series) {
    const beats = withoutMissedAndExtra(segment.rrIntervalsMs);
    for (const [from, to] of stretches(beats)) {
      smoothHoles(beats, from, to);
      if (to - from < shortBeats) mendShort(beats, from, to);
      else mendPairs(beats, from, to);
      fillHoles(beats, from, to);
    }
    loseWhatCannotBe(beats);
    loseLongRuns(beats);
    const types = typesOf(beats, segment.rrIntervalsMs.length);
    for (let index = 0; index < types.length; index += 1) {
      const type = types[index];
      if (type !== undefined) artefacts.push({ index: offset + index, type });
    }
    segments.push(...mendedSegments(beats, segment));
    offset += segment.rrIntervalsMs.length;
  }
  return { segments, artefacts };
}

/** Runs of beats that are not lost. */
function stretches({ isLost }: Beats): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (let at = 0; at <= isLost.length; at += 1) {
    if (at < isLost.length && isLost[at] !== true) continue;
    if (at > from) found.push([from, at]);
    from = at + 1;
  }
  return found;
}

/** What is still no interval of a heart after it was mended, or far off beside something that was. */
function loseWhatCannotBe({ rrMs, type, isLost }: Beats): void {
  const suspects = besideSpoilt(type);
  const medianMs = suspects.length > 0 ? rollingMedian(rrMs, medianBeats) : [];
  for (const at of suspects) {
    const [ms, usualMs] = [rrMs[at] ?? 0, medianMs[at] ?? 0];
    if (Math.abs(ms - usualMs) > farOff * usualMs) lose(at, ms < usualMs);
  }
  for (let at = 0; at < rrMs.length; at += 1) {
    const ms = rrMs[at] ?? 0;
    if (ms < shortestMs || ms > longestMs) lose(at, ms < shortestMs);
  }
  function lose(at: number, isShort: boolean): void {
    isLost[at] = true;
    type[at] ??= isShort ? 'short' : 'long';
  }
}

/** Places of spoilt beats and of those beside them, ascending. */
function besideSpoilt(type: Beats['type']): number[] {
  const places: number[] = [];
  for (let at = 0; at < type.length; at += 1) {
    const isSound = type[at - 1] === undefined && type[at] === undefined;
    if (!isSound || type[at + 1] !== undefined) places.push(at);
  }
  return places;
}

function loseLongRuns(beats: Beats): void {
  const { type, isLost } = beats;
  let from = 0;
  for (let at = 0; at <= type.length; at += 1) {
    if (at < type.length && type[at] !== undefined) continue;
    const run = (beats.to[at - 1] ?? 0) - (beats.from[from] ?? 0) + 1;
    if (at > from && Math.max(run, at - from) > longestRun) isLost.fill(true, from, at);
    from = at + 1;
  }
}

function typesOf(beats: Beats, length: number): (ArtefactType | undefined)[] {
  const types = new Array<ArtefactType | undefined>(length).fill(undefined);
  for (let at = 0; at < beats.type.length; at += 1) {
    const type = beats.type[at];
    if (type !== undefined) types.fill(type, beats.from[at], (beats.to[at] ?? 0) + 1);
  }
  return types;
}

/** Times stay those of the intervals as given. */
function mendedSegments(beats: Beats, { startMs, rrIntervalsMs }: RrSegment): RrSegment[] {
  const startsMs = new Float64Array(rrIntervalsMs.length);
  let atMs = startMs;
  for (let i = 0; i < startsMs.length; i += 1) {
    startsMs[i] = atMs;
    atMs += rrIntervalsMs[i] ?? 0;
  }
  return stretches(beats).map(([from, to]) => ({
    startMs: startsMs[beats.from[from] ?? 0] ?? startMs,
    rrIntervalsMs: beats.rrMs.slice(from, to),
  }));
}
