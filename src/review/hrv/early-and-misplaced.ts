import type { Target } from './around.ts';
import type { ArtefactType } from './artefact.ts';
import type { Beats } from './beats.ts';
import { Prediction } from './prediction.ts';
import { rollingMedian } from './rolling-median.ts';

const medianBeats = 11;
/** Never less than this share of the local median, however evenly the heart beats: floors against constant stretches. */
const pairFloor = 0.1;
const loneFloor = 0.22;
/** How many times its usual miss a prediction must miss. */
const pairScales = 5;
const loneScales = 5.5;
/** Where a heart is lively by itself, a beat a little off its place is no news. */
const livelyFloor = 0.16;
const livelyScales = 12;
/** Below this share of a floor the plain prediction leaves no doubt. */
const plainShare = 0.8;
/** A pair is out of step within itself: what its sum misses is less than this share of that. */
const pairBalance = 0.55;
/** A pair keeps its sum where that is this near to two intervals of the beats around. */
const sumKept = 0.08;
/** From here on a short beat before its pause is an early beat; less is a beat detected a little off its place. */
const earlyShare = 0.15;
/** Nothing made up is further from its neighbours than this share of the local median. */
const mostMadeUp = 0.35;
const mostPasses = 6;
/** A spoilt pair spoils the predictions of so many places around it: those wait until it is mended. */
const waits = 4;

/**
 * Finds and mends, in beats `from` up to but without `to` of which none is lost: early beats with their pause, beats
 * detected off their place (both as whole pairs that keep their sum), and lone long or short ones.
 */
export function mendPairs(beats: Beats, from: number, to: number): void {
  const stretch = new Stretch(beats, from, to);
  stretch.mendPairs();
  stretch.mendLone();
  stretch.divideMissed();
  for (const [i, rrMs] of stretch.rrMs.entries()) beats.rrMs[from + i] = rrMs;
}

class Stretch {
  readonly #beats: Beats;
  readonly #from: number;
  readonly rrMs: Float64Array;
  readonly #medianMs: Float64Array;

  constructor(beats: Beats, from: number, to: number) {
    this.#beats = beats;
    this.#from = from;
    this.rrMs = Float64Array.from(beats.rrMs.slice(from, to));
    this.#medianMs = rollingMedian(this.rrMs, medianBeats);
  }

  mendPairs(): void {
    const difference = this.#prediction('pair-difference', pairFloor);
    const sum = this.#prediction('pair-sum', pairFloor);
    let [from, to] = [0, this.rrMs.length];
    for (let pass = 0; pass < mostPasses && from < to; pass += 1) {
      difference.update(this.rrMs, this.#isMadeUp, from, to);
      const found = this.#pairsFound(difference);
      if (found.length === 0) return;
      sum.update(this.rrMs, this.#isMadeUp, from, to);
      const { ms } = difference.residuals;
      const mended = found.filter((i) => this.#mendPair(i, ms[i] ?? 0, sum.residuals.ms[i] ?? 0));
      from = Math.min(...mended);
      to = Math.max(...mended) + 2;
    }
  }

  /** Places whose miss is too large, none near a larger one; by their size. */
  #pairsFound({ residuals: { ms, scaleMs } }: Prediction): number[] {
    const found: number[] = [];
    for (let i = 0; i < ms.length - 1; i += 1) {
      const size = Math.abs(ms[i] ?? 0);
      const scale = scaleMs[i] ?? 0;
      const medianMs = this.#medianMs[i] ?? 0;
      const lively = Math.min(livelyFloor * medianMs, livelyScales * scale);
      if (size <= Math.max(pairFloor * medianMs, lively, pairScales * scale)) continue;
      if (!this.#isMadeUp(i) && !this.#isMadeUp(i + 1)) found.push(i);
    }
    found.sort((a, b) => Math.abs(ms[b] ?? 0) - Math.abs(ms[a] ?? 0));
    const isNear = new Uint8Array(ms.length + waits);
    return found.filter((i) => {
      if (isNear[i] === 1) return false;
      isNear.fill(1, Math.max(0, i - waits), i + waits + 1);
      return true;
    });
  }

  #mendPair(i: number, differenceMs: number, sumMs: number): boolean {
    if (Math.abs(sumMs) > pairBalance * Math.abs(differenceMs)) return false;
    const [first = 0, second = 0] = this.rrMs.subarray(i, i + 2);
    const medianMs = this.#medianMs[i] ?? 0;
    const expectedMs = first + second - sumMs;
    const isKept = Math.abs(sumMs) <= sumKept * 2 * medianMs;
    const halfMs = (isKept ? first + second : expectedMs) / 2;
    const asideMs = bounded((second - first - differenceMs) / 2, mostMadeUp * halfMs);
    const isEarly = expectedMs / 2 - first > earlyShare * medianMs;
    this.#mend(i, halfMs - asideMs, isEarly ? 'ectopic' : undefined);
    this.#mend(i + 1, halfMs + asideMs, isEarly ? 'ectopic' : undefined);
    return true;
  }

  mendLone(): void {
    const lone = this.#prediction('beat', loneFloor);
    lone.update(this.rrMs, this.#isMadeUp, 0, this.rrMs.length);
    const { ms, scaleMs } = lone.residuals;
    for (let i = 0; i < ms.length; i += 1) {
      const missMs = ms[i] ?? 0;
      const size = Math.abs(missMs);
      const medianMs = this.#medianMs[i] ?? 0;
      if (size <= Math.max(loneFloor * medianMs, loneScales * (scaleMs[i] ?? 0))) continue;
      if (this.#isMadeUp(i)) continue;
      if (size < Math.abs(ms[i - 1] ?? 0) || size < Math.abs(ms[i + 1] ?? 0)) continue;
      this.#mend(
        i,
        medianMs + bounded((this.rrMs[i] ?? 0) - missMs - medianMs, mostMadeUp * medianMs),
      );
    }
  }

  /** Two parts of an interval with a missed beat in it are as unlike as the beats around say. */
  divideMissed(): void {
    const isMissed = (i: number): boolean => this.#beats.type[this.#from + i] === 'missed';
    const isPair = (i: number): boolean =>
      isMissed(i) && isMissed(i + 1) && !isMissed(i - 1) && !isMissed(i + 2);
    const difference = this.#prediction('pair-difference', pairFloor);
    for (let i = 0; i + 1 < this.rrMs.length; i += 1) {
      if (!isPair(i)) continue;
      difference.update(this.rrMs, this.#isMadeUp, i, i + 1);
      const halfMs = this.rrMs[i] ?? 0;
      const asideMs = bounded(-(difference.residuals.ms[i] ?? 0) / 2, mostMadeUp * halfMs);
      this.rrMs[i] = halfMs - asideMs;
      this.rrMs[i + 1] = halfMs + asideMs;
    }
  }

  #prediction(target: Target, floor: number): Prediction {
    return new Prediction(target, this.rrMs, (i) => plainShare * floor * (this.#medianMs[i] ?? 0));
  }

  #mend(i: number, toMs: number, type?: ArtefactType): void {
    const index = this.#from + i;
    this.#beats.type[index] = type ?? ((this.rrMs[i] ?? 0) > toMs ? 'long' : 'short');
    this.#beats.isMadeUp[index] = true;
    this.rrMs[i] = toMs;
  }

  readonly #isMadeUp = (i: number): boolean => this.#beats.isMadeUp[this.#from + i] ?? true;
}

const bounded = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
