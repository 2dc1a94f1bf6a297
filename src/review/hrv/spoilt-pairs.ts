import { explainedByMove } from './moved-beat.ts';
import { Prediction } from './prediction.ts';

/** Never less than this share of the local median, however evenly the heart beats: a floor against constant stretches. */
const pairFloor = 0.1;
/** Where a heart is lively by itself, a beat a little off its place is no news. */
const livelyFloor = 0.16;
const livelyScales = 12;
/** How many times what only one prediction in ten misses by. */
const tailScales = 2.1;
/** Nor less than this share of what a difference rarely is: where the heart leaps, it leaps out of step as well. */
const leapShare = 0.7;
/** A pair is out of step within itself: what its sum misses is less than this share of that, */
const pairBalance = 0.55;
/** or up to this share where sums often miss by as much, and where the beats do not change their pace just there. */
const looseBalance = 0.75;
const sumScales = 3;
const stepShare = 0.3;
/** A spoilt pair spoils the predictions of so many places around it: those wait until it is mended. */
const waits = 4;

/** A pair of intervals with a beat off its place between them: where, and what its difference and its sum miss (ms). */
export type SpoiltPair = {
  readonly at: number;
  readonly differenceMs: number;
  readonly sumMs: number;
};

/** Finds, in a stretch that is being mended, the pairs whose beat in the middle is early, late or misplaced. */
export class PairSearch {
  readonly #rrMs: Float64Array;
  readonly #medianMs: Float64Array;
  readonly #isMadeUp: (at: number) => boolean;
  readonly #difference: Prediction;
  readonly #sum: Prediction;

  constructor(rrMs: Float64Array, medianMs: Float64Array, isMadeUp: (at: number) => boolean) {
    this.#rrMs = rrMs;
    this.#medianMs = medianMs;
    this.#isMadeUp = isMadeUp;
    this.#difference = Prediction.withFloor('pair-difference', rrMs, medianMs, pairFloor);
    this.#sum = Prediction.withFloor('pair-sum', rrMs, medianMs, pairFloor);
  }

  /** After what is from `from` up to `to` has changed. None is near another; what waits is found when these are mended. */
  find(from: number, to: number): SpoiltPair[] {
    this.#difference.update(this.#rrMs, this.#isMadeUp, from, to);
    const outOfStep = this.#outOfStep();
    if (outOfStep.length === 0) return [];
    this.#sum.update(this.#rrMs, this.#isMadeUp, from, to, outOfStep);
    const { ms } = this.#difference.residuals;
    const sums = this.#sum.residuals.ms;
    return this.#strongest(outOfStep.filter((at) => this.#isBalanced(at))).map((at) => ({
      at,
      differenceMs: ms[at] ?? 0,
      sumMs: sums[at] ?? 0,
    }));
  }

  #outOfStep(): number[] {
    const { ms } = this.#difference.residuals;
    const found: number[] = [];
    for (let at = 0; at < ms.length - 1; at += 1) {
      const sizeMs = Math.abs(ms[at] ?? 0);
      if (sizeMs <= pairFloor * (this.#medianMs[at] ?? 0) || sizeMs <= this.#mostMs(at)) continue;
      if (!this.#isMadeUp(at) && !this.#isMadeUp(at + 1)) found.push(at);
    }
    return found;
  }

  /** What a sound pair's difference misses at most. */
  #mostMs(at: number): number {
    const { scaleMs, tailMs, rareMs } = this.#difference.residuals;
    const medianMs = this.#medianMs[at] ?? 0;
    const livelyMs = Math.min(livelyFloor * medianMs, livelyScales * (scaleMs[at] ?? 0));
    const leapMs = leapShare * (rareMs[at] ?? 0);
    return Math.max(pairFloor * medianMs, livelyMs, tailScales * (tailMs[at] ?? 0), leapMs);
  }

  /** A beat off its place makes one interval longer by what the other is shorter. */
  #isBalanced(at: number): boolean {
    const sizeMs = Math.abs(this.#difference.residuals.ms[at] ?? 0);
    const sumMs = Math.abs(this.#sum.residuals.ms[at] ?? 0);
    if (sumMs <= pairBalance * sizeMs) return true;
    if (sumMs > looseBalance * sizeMs) return false;
    if (sumMs > sumScales * (this.#sum.residuals.scaleMs[at] ?? 0)) return false;
    return sizeMs >= this.#mostMs(at) + stepShare * this.#stepMs(at);
  }

  /** How much the two beats after a pair differ from the two before. */
  #stepMs(at: number): number {
    const rrMs = this.#rrMs;
    const before = (rrMs[at - 1] ?? rrMs[at] ?? 0) + (rrMs[at - 2] ?? rrMs[at] ?? 0);
    const after = (rrMs[at + 2] ?? rrMs[at + 1] ?? 0) + (rrMs[at + 3] ?? rrMs[at + 1] ?? 0);
    return Math.abs(after - before) / 2;
  }

  /** The largest misses first, none near a larger one, and none where a move of the beat beside explains more. */
  #strongest(places: readonly number[]): number[] {
    const { ms } = this.#difference.residuals;
    const explained = new Map(
      places.map((at) => [at, explainedByMove(ms, this.#difference.weightsAt(at), at)]),
    );
    const isLess = (at: number, beside: number): boolean =>
      (explained.get(beside) ?? 0) > (explained.get(at) ?? 0);
    const isNear = new Uint8Array(ms.length + waits);
    return places
      .filter((at) => !isLess(at, at - 1) && !isLess(at, at + 1))
      .sort((a, b) => Math.abs(ms[b] ?? 0) - Math.abs(ms[a] ?? 0))
      .filter((at) => {
        if (isNear[at] === 1) return false;
        isNear.fill(1, Math.max(0, at - waits), at + waits + 1);
        return true;
      });
  }
}
