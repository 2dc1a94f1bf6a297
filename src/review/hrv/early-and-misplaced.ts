import type { ArtefactType } from './artefact.ts';
import type { Beats } from './beats.ts';
import { type Predictor, type Residuals, residuals } from './prediction.ts';
import { rollingMedian } from './rolling-median.ts';

const medianBeats = 11;
/** Never less than this share of the local median, however evenly the heart beats: floors against constant stretches. */
const pairFloor = 0.1;
const livelyFloor = 0.16;
const livelyScales = 12;
const loneFloor = 0.22;
/** How many times its usual miss a prediction must miss. */
const pairScales = 5;
const loneScales = 5.5;
/** A pair is out of step within itself: what its sum misses is less than this share of that. */
const pairBalance = 0.55;
/** A pair keeps its sum where that is this near to two intervals of the beats around. */
const sumKept = 0.08;
/** From here on a short beat before its pause is an early beat; less is a beat detected a little off its place. */
const earlyShare = 0.15;
/** No part of a divided interval is further from its half than this share of it. */
const mostHalf = 0.3;
const mostPasses = 6;
/** A spoilt pair spoils the prediction of the places around it: those wait until it is mended. */
const near = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

const at = (rrMs: Float64Array, index: number): number =>
  rrMs[Math.min(Math.max(index, 0), rrMs.length - 1)] ?? 0;

/** How much longer the second interval of a pair is than the first. */
const pairDifference: Predictor = {
  targetAt: (rrMs, i) => at(rrMs, i + 1) - at(rrMs, i),
  regressorAt: (rrMs, i, lag) => at(rrMs, i - lag) - at(rrMs, i + 1 + lag),
  plain: [-1 / 3, 0, 0],
};

const aroundPair = (rrMs: Float64Array, i: number, lag: number): number =>
  at(rrMs, i - lag) + at(rrMs, i + 1 + lag);
/** What the pair lasts, beside the two around it. */
const pairSum: Predictor = {
  targetAt: (rrMs, i) => aroundPair(rrMs, i, 0) - aroundPair(rrMs, i, 1),
  regressorAt: (rrMs, i, lag) => aroundPair(rrMs, i, lag) - aroundPair(rrMs, i, lag + 1),
  plain: [-1 / 2, 0, 0],
};

const aroundBeat = (rrMs: Float64Array, i: number, lag: number): number =>
  at(rrMs, i - lag) + at(rrMs, i + lag);
/** What one interval lasts, beside the two around it. */
const loneBeat: Predictor = {
  targetAt: (rrMs, i) => at(rrMs, i) - aroundBeat(rrMs, i, 1) / 2,
  regressorAt: (rrMs, i, lag) => aroundBeat(rrMs, i, lag) - aroundBeat(rrMs, i, lag + 1),
  plain: [-1 / 4, 0, 0],
};

/**
 * Finds and mends, in beats `from` up to but without `to` of which none is lost: early beats with their pause, beats
 * detected off their place (both as whole pairs that keep their sum), and lone long or short ones.
 */
export function mendPairs(beats: Beats, from: number, to: number): void {
  const stretch = new Stretch(beats, from, to);
  for (let pass = 0; pass < mostPasses; pass += 1) if (!stretch.mendPairs()) break;
  stretch.mendLone();
  stretch.divideMissed();
  stretch.write();
}

class Stretch {
  readonly #beats: Beats;
  readonly #from: number;
  readonly #rrMs: Float64Array;
  readonly #medianMs: Float64Array;

  constructor(beats: Beats, from: number, to: number) {
    this.#beats = beats;
    this.#from = from;
    this.#rrMs = Float64Array.from(beats.rrMs.slice(from, to));
    this.#medianMs = rollingMedian(this.#rrMs, medianBeats);
  }

  /** Returns whether it found any. */
  mendPairs(): boolean {
    const places = this.#rrMs.length - 1;
    const isLeftOut = (i: number): boolean => this.#isMadeUp(i) || this.#isMadeUp(i + 1);
    const difference = residuals(
      this.#rrMs,
      places,
      pairDifference,
      isLeftOut,
      (i) => pairFloor * (this.#medianMs[i] ?? 0),
    );
    const found: number[] = [];
    for (let i = 0; i < places; i += 1) {
      if (Math.abs(difference.ms[i] ?? 0) <= this.#pairThreshold(i, difference)) continue;
      if (!isLeftOut(i)) found.push(i);
    }
    if (found.length === 0) return false;
    const sum = residuals(
      this.#rrMs,
      places,
      pairSum,
      isLeftOut,
      (i) => pairFloor * (this.#medianMs[i] ?? 0),
    );
    found.sort((a, b) => Math.abs(difference.ms[b] ?? 0) - Math.abs(difference.ms[a] ?? 0));
    const taken = new Set<number>();
    let any = false;
    for (const i of found) {
      if (near.some((away) => taken.has(i + away))) continue;
      taken.add(i);
      if (this.#mendPair(i, difference.ms[i] ?? 0, sum.ms[i] ?? 0)) any = true;
    }
    return any;
  }

  #mendPair(i: number, differenceMs: number, sumMs: number): boolean {
    if (Math.abs(sumMs) > pairBalance * Math.abs(differenceMs)) return false;
    const [first, second] = [at(this.#rrMs, i), at(this.#rrMs, i + 1)];
    const medianMs = this.#medianMs[i] ?? 0;
    const expectedMs = first + second - sumMs;
    const isKept = Math.abs(sumMs) <= sumKept * 2 * medianMs;
    const lastsMs = isKept ? first + second : expectedMs;
    const expectedDifferenceMs = second - first - differenceMs;
    const isEarly = expectedMs / 2 - first > earlyShare * medianMs;
    this.#mend(i, (lastsMs - expectedDifferenceMs) / 2, isEarly ? 'ectopic' : undefined);
    this.#mend(i + 1, (lastsMs + expectedDifferenceMs) / 2, isEarly ? 'ectopic' : undefined);
    return true;
  }

  mendLone(): void {
    const isLeftOut = (i: number): boolean => this.#isMadeUp(i);
    const lone = residuals(
      this.#rrMs,
      this.#rrMs.length,
      loneBeat,
      isLeftOut,
      (i) => pairFloor * (this.#medianMs[i] ?? 0),
    );
    for (let i = 0; i < lone.ms.length; i += 1) {
      const missMs = lone.ms[i] ?? 0;
      const size = Math.abs(missMs);
      if (isLeftOut(i) || size <= this.#threshold(i, loneFloor, loneScales, lone)) continue;
      const isPeak = size >= Math.abs(lone.ms[i - 1] ?? 0) && size >= Math.abs(lone.ms[i + 1] ?? 0);
      if (isPeak) this.#mend(i, at(this.#rrMs, i) - missMs);
    }
  }

  /** Two parts of an interval with a missed beat in it are as unlike as the beats around say. */
  divideMissed(): void {
    const isMissed = (i: number): boolean => this.#beats.type[this.#from + i] === 'missed';
    const isPair = (i: number): boolean =>
      isMissed(i) && isMissed(i + 1) && !isMissed(i - 1) && !isMissed(i + 2);
    const pairs = [...this.#rrMs.keys()].filter(isPair);
    if (pairs.length === 0) return;
    const isLeftOut = (i: number): boolean => this.#isMadeUp(i) || this.#isMadeUp(i + 1);
    const { ms } = residuals(this.#rrMs, this.#rrMs.length - 1, pairDifference, isLeftOut, (i) =>
      this.#floorMs(i),
    );
    for (const i of pairs) {
      const halfMs =
        Math.max(-mostHalf, Math.min(mostHalf, -(ms[i] ?? 0) / 2 / at(this.#rrMs, i))) *
        at(this.#rrMs, i);
      this.#rrMs[i] = at(this.#rrMs, i) - halfMs;
      this.#rrMs[i + 1] = at(this.#rrMs, i + 1) + halfMs;
    }
  }

  #floorMs(i: number): number {
    return pairFloor * (this.#medianMs[i] ?? 0);
  }

  write(): void {
    for (const [i, rrMs] of this.#rrMs.entries()) this.#beats.rrMs[this.#from + i] = rrMs;
  }

  #mend(i: number, toMs: number, type?: ArtefactType): void {
    const index = this.#from + i;
    this.#beats.type[index] = type ?? (at(this.#rrMs, i) > toMs ? 'long' : 'short');
    this.#beats.isMadeUp[index] = true;
    this.#rrMs[i] = toMs;
  }

  #isMadeUp(i: number): boolean {
    return this.#beats.isMadeUp[this.#from + i] ?? true;
  }

  #threshold(i: number, floor: number, scales: number, { scaleMs }: Residuals): number {
    return Math.max(floor * (this.#medianMs[i] ?? 0), scales * (scaleMs[i] ?? 0));
  }

  /** Where the heart varies by itself, a beat a little off its place is no news. */
  #pairThreshold(i: number, difference: Residuals): number {
    const lively = Math.min(
      livelyFloor * (this.#medianMs[i] ?? 0),
      livelyScales * (difference.scaleMs[i] ?? 0),
    );
    return Math.max(lively, this.#threshold(i, pairFloor, pairScales, difference));
  }
}
