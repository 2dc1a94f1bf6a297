import { Fit, mostLearnt } from './robust-fit.ts';

/** Which symmetry around a place is predicted: the difference of a pair, its sum, or one beat. */
export type Target = 'pair-difference' | 'pair-sum' | 'beat';

/** Where the prediction misses (ms) at each place, and how far it usually does there (robust standard deviation, ms). */
export type Residuals = { readonly ms: Float64Array; readonly scaleMs: Float64Array };

const blockBeats = 64;
const asideBeats = (mostLearnt - blockBeats) / 2;
const suspectRounds = 4;
const suspectScales = 2.5;
/** A spoilt place spoils the predictions of so many beside it. */
const besideSuspect = 2;
const mostSuspect = 0.6;
/** Beats that stand in for what is beyond an end: the end itself. */
const margin = 5;

/** Weights of the three regressors where nothing is learnt: a straight line, or the mean of four. */
const plainWeights = {
  'pair-difference': [-1 / 3, 0, 0],
  'pair-sum': [-1 / 2, 0, 0],
  beat: [-1 / 4, 0, 0],
} as const;

/**
 * Predicts places of a stretch from the beats on either side, by weights fitted robustly to the 160 beats around (Huber
 * 1964): what breathes, alternates or climbs is predicted, what breaks the pattern is not.
 */
export class Prediction {
  readonly #target: Target;
  readonly #rrMs: Float64Array;
  readonly #floorMs: (at: number) => number;
  readonly #fit: Fit;
  readonly #isOut: Uint8Array;
  readonly residuals: Residuals;

  /** Blocks where the plain prediction never misses by `floorMs` are not fitted; beats of `isMadeUp` are not learnt from. */
  constructor(target: Target, rrMs: Float64Array, floorMs: (at: number) => number) {
    this.#target = target;
    this.#rrMs = new Float64Array(rrMs.length + 2 * margin);
    this.#floorMs = floorMs;
    this.#fit = new Fit(plainWeights[target]);
    this.#isOut = new Uint8Array(rrMs.length);
    this.residuals = {
      ms: new Float64Array(rrMs.length),
      scaleMs: new Float64Array(rrMs.length),
    };
  }

  /** Predicts every block that reaches into [`from`, `to`). */
  update(rrMs: Float64Array, isMadeUp: (at: number) => boolean, from: number, to: number): void {
    this.#rrMs.set(rrMs, margin);
    this.#rrMs.fill(rrMs[0] ?? 0, 0, margin);
    this.#rrMs.fill(rrMs.at(-1) ?? 0, margin + rrMs.length);
    const width = this.#target === 'beat' ? 1 : 2;
    const places = rrMs.length - width + 1;
    for (let at = 0; at < rrMs.length; at += 1) {
      this.#isOut[at] = isMadeUp(at) || (width === 2 && isMadeUp(at + 1)) ? 1 : 0;
    }
    const first = Math.max(0, Math.floor((from - asideBeats) / blockBeats)) * blockBeats;
    for (let block = first; block < Math.min(places, to + asideBeats); block += blockBeats) {
      this.#predict(block, Math.min(places, block + blockBeats), places);
    }
  }

  #predict(from: number, to: number, places: number): void {
    const { ms, scaleMs } = this.residuals;
    this.#fit.forget();
    if (this.#missesPlainly(from, to)) {
      this.#learn(Math.max(0, from - asideBeats), Math.min(places, to + asideBeats));
    }
    for (let at = from; at < to; at += 1) {
      ms[at] = this.#missAt(at);
      scaleMs[at] = this.#fit.scale;
    }
  }

  #missesPlainly(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      if (Math.abs(this.#missAt(at)) > this.#floorMs(at)) return true;
    }
    return false;
  }

  /** Fits, leaves out what stands out by that fit, and fits again, until nothing more does. */
  #learn(from: number, to: number): void {
    const isOut = this.#isOut.slice(from, to);
    let left = -1;
    for (let round = 0; round <= suspectRounds; round += 1) {
      this.#gather(from, isOut);
      this.#fit.learn();
      const out = this.#leaveOutSuspects(from, isOut);
      if (out === left || out > mostSuspect * isOut.length) break;
      left = out;
    }
  }

  #gather(from: number, isOut: Uint8Array): void {
    this.#fit.clear();
    for (let i = 0; i < isOut.length; i += 1) {
      if (isOut[i] === 1) continue;
      const at = from + i;
      this.#fit.add(
        this.#targetAt(at),
        this.#regressorAt(at, 1),
        this.#regressorAt(at, 2),
        this.#regressorAt(at, 3),
      );
    }
  }

  /** Returns how many are left out in all. */
  #leaveOutSuspects(from: number, isOut: Uint8Array): number {
    const least = suspectScales * this.#fit.scale;
    const suspects: number[] = [];
    for (let i = 0; i < isOut.length; i += 1) {
      if (isOut[i] === 1) continue;
      const at = from + i;
      if (Math.abs(this.#missAt(at)) > Math.max(least, this.#floorMs(at))) suspects.push(i);
    }
    for (const i of suspects) isOut.fill(1, Math.max(0, i - besideSuspect), i + besideSuspect + 1);
    return isOut.reduce((sum, each) => sum + each, 0);
  }

  #missAt(at: number): number {
    return (
      this.#targetAt(at) -
      this.#fit.predict(
        this.#regressorAt(at, 1),
        this.#regressorAt(at, 2),
        this.#regressorAt(at, 3),
      )
    );
  }

  #targetAt(at: number): number {
    const here = this.#rr(at);
    switch (this.#target) {
      case 'pair-difference':
        return this.#rr(at + 1) - here;
      case 'pair-sum':
        return here + this.#rr(at + 1) - this.#rr(at - 1) - this.#rr(at + 2);
      case 'beat':
        return here - (this.#rr(at - 1) + this.#rr(at + 1)) / 2;
    }
  }

  #regressorAt(at: number, lag: number): number {
    const before = this.#rr(at - lag);
    switch (this.#target) {
      case 'pair-difference':
        return before - this.#rr(at + 1 + lag);
      case 'pair-sum':
        return before + this.#rr(at + 1 + lag) - this.#rr(at - lag - 1) - this.#rr(at + 2 + lag);
      case 'beat':
        return before + this.#rr(at + lag) - this.#rr(at - lag - 1) - this.#rr(at + lag + 1);
    }
  }

  #rr(at: number): number {
    return this.#rrMs[at + margin] ?? 0;
  }
}
