import { type Around, around } from './around.ts';
import { Fit, mostLearnt } from './robust-fit.ts';

/** Where the prediction misses (ms) at each beat, and how far it usually does there (robust standard deviation, ms). */
export type Misses = { readonly ms: Float64Array; readonly scaleMs: Float64Array };

const blockBeats = 64;
const asideBeats = (mostLearnt - blockBeats) / 2;
const suspectRounds = 4;
const suspectScales = 2.5;
/** A spoilt beat spoils the predictions of so many beside it. */
const besideSuspect = 2;
const mostSuspect = 0.6;
/** Below this share of a floor the plain prediction leaves no doubt. */
const plainShare = 0.8;
/** What the three regressors weigh where nothing is learnt: the mean of four. */
const plainWeights = [-1 / 4, 0, 0] as const;

/**
 * Predicts each beat of a stretch from those on either side, by weights fitted robustly to the 160 beats around (Huber
 * 1964). Blocks where no plain prediction misses by the floor (ms) are not fitted; beats of `isMadeUp` are not learnt from.
 */
export function missesOf(
  rrMs: Float64Array,
  isMadeUp: (at: number) => boolean,
  floorMs: (at: number) => number,
): Misses {
  const learner = new Learner(around(rrMs), isMadeUp, (at) => plainShare * floorMs(at));
  const misses = { ms: new Float64Array(rrMs.length), scaleMs: new Float64Array(rrMs.length) };
  for (let from = 0; from < rrMs.length; from += blockBeats) {
    const to = Math.min(rrMs.length, from + blockBeats);
    learner.learnFor(from, to);
    for (let at = from; at < to; at += 1) misses.ms[at] = learner.missAt(at);
    misses.scaleMs.fill(learner.scale, from, to);
  }
  return misses;
}

class Learner {
  readonly #around: Around;
  readonly #isMadeUp: Uint8Array;
  readonly #floorMs: (at: number) => number;
  readonly #fit = new Fit(plainWeights);

  constructor(seen: Around, isMadeUp: (at: number) => boolean, floorMs: (at: number) => number) {
    this.#around = seen;
    this.#isMadeUp = new Uint8Array(seen.target.length);
    for (let at = 0; at < seen.target.length; at += 1) this.#isMadeUp[at] = isMadeUp(at) ? 1 : 0;
    this.#floorMs = floorMs;
  }

  get scale(): number {
    return this.#fit.scale;
  }

  missAt(at: number): number {
    const { target, first, second, third } = this.#around;
    return (target[at] ?? 0) - this.#fit.predict(first[at] ?? 0, second[at] ?? 0, third[at] ?? 0);
  }

  learnFor(from: number, to: number): void {
    this.#fit.forget();
    if (!this.#missesByFloor(from, to)) return;
    const beats = this.#around.target.length;
    this.#learn(Math.max(0, from - asideBeats), Math.min(beats, to + asideBeats));
  }

  #missesByFloor(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      if (Math.abs(this.missAt(at)) > this.#floorMs(at)) return true;
    }
    return false;
  }

  /** Fits, leaves out what stands out by that fit, and fits again, until nothing more does. */
  #learn(from: number, to: number): void {
    const isOut = this.#isMadeUp.slice(from, to);
    let left = isOut.reduce((sum, each) => sum + each, 0);
    for (let round = 0; round <= suspectRounds; round += 1) {
      this.#gather(from, isOut);
      this.#fit.learn();
      const out = this.#leaveOutSuspects(from, isOut);
      if (out === left || out > mostSuspect * isOut.length) break;
      left = out;
    }
  }

  #gather(from: number, isOut: Uint8Array): void {
    const { target, first, second, third } = this.#around;
    this.#fit.clear();
    for (let i = 0; i < isOut.length; i += 1) {
      if (isOut[i] === 1) continue;
      const at = from + i;
      this.#fit.add(target[at] ?? 0, first[at] ?? 0, second[at] ?? 0, third[at] ?? 0);
    }
  }

  /** Returns how many are left out in all. */
  #leaveOutSuspects(from: number, isOut: Uint8Array): number {
    const least = suspectScales * this.#fit.scale;
    const suspects: number[] = [];
    for (let i = 0; i < isOut.length; i += 1) {
      if (isOut[i] === 1) continue;
      const at = from + i;
      if (Math.abs(this.missAt(at)) > Math.max(least, this.#floorMs(at))) suspects.push(i);
    }
    for (const i of suspects) isOut.fill(1, Math.max(0, i - besideSuspect), i + besideSuspect + 1);
    return isOut.reduce((sum, each) => sum + each, 0);
  }
}
