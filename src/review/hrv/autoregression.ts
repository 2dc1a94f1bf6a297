import { backward, factor, forward } from './cholesky.ts';
import { select } from './select.ts';

/** So many differences before one are what it is predicted from. */
export const order = 7;

const rounds = 2;
const rareShare = 0.95;
/** Weight of no weights at all, in places of ordinary size: few places cannot bend them far. */
const plainPlaces = 3;
/** The standard deviation of a normal distribution by its median size. */
const deviationByMedian = 1.4826;
/** Beyond so many deviations a miss counts less (Huber 1964). */
const kneeDeviations = 1.5;

/** Predicts a difference (ms) from the seven before it by weights fitted to a stretch of them (Huber 1964). */
export class Autoregression {
  readonly weights = new Float64Array(order);
  /** The robust standard deviation of what the prediction misses by (ms); 0 where nothing was learnt. */
  scaleMs = 0;
  readonly #sizes: Float64Array;
  readonly #sorted: Float64Array;
  readonly #squares = new Float64Array(order * order);
  readonly #products = new Float64Array(order);

  constructor(mostLearnt: number) {
    this.#sizes = new Float64Array(mostLearnt);
    this.#sorted = new Float64Array(mostLearnt);
  }

  forget(): void {
    this.weights.fill(0);
    this.scaleMs = 0;
  }

  /** By how much `differencesMs[at]` is not what those before it say. */
  missMs(differencesMs: Float64Array, at: number): number {
    let saidMs = 0;
    for (let back = 1; back <= order; back += 1) {
      saidMs += (this.weights[back - 1] ?? 0) * (differencesMs[at - back] ?? 0);
    }
    return (differencesMs[at] ?? 0) - saidMs;
  }

  /** From the differences `from` up to `to`, without those that are out. */
  learn(differencesMs: Float64Array, isOut: Uint8Array, from: number, to: number): void {
    this.forget();
    this.#measure(differencesMs, isOut, from, to);
    for (let round = 0; round < rounds && this.scaleMs > 0; round += 1) {
      this.#gather(differencesMs, isOut, from, to);
      if (!this.#solve()) return;
      this.#measure(differencesMs, isOut, from, to);
    }
  }

  #measure(differencesMs: Float64Array, isOut: Uint8Array, from: number, to: number): void {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const size = Math.abs(this.missMs(differencesMs, at));
      this.#sizes[at - from] = size;
      if (isOut[at] === 1) continue;
      this.#sorted[count] = size;
      count += 1;
    }
    this.scaleMs = count > 0 ? deviationByMedian * select(this.#sorted, count, count >> 1) : 0;
  }

  /** What but one in twenty of the differences learnt from are at most (ms). */
  rareMs(differencesMs: Float64Array, isOut: Uint8Array, from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      if (isOut[at] === 1) continue;
      this.#sorted[count] = Math.abs(differencesMs[at] ?? 0);
      count += 1;
    }
    return count > 0 ? select(this.#sorted, count, Math.floor(rareShare * count)) : 0;
  }

  #gather(differencesMs: Float64Array, isOut: Uint8Array, from: number, to: number): void {
    const knee = kneeDeviations * this.scaleMs;
    this.#squares.fill(0);
    this.#products.fill(0);
    let places = 0;
    for (let at = from; at < to; at += 1) {
      if (isOut[at] === 1) continue;
      const size = this.#sizes[at - from] ?? 0;
      this.#add(differencesMs, at, size > knee ? knee / size : 1);
      places += 1;
    }
    const squares = this.#squares;
    let trace = 0;
    for (let i = 0; i < squares.length; i += order + 1) trace += squares[i] ?? 0;
    const ridge = (plainPlaces * trace) / (order * places) + Number.MIN_VALUE;
    for (let i = 0; i < squares.length; i += order + 1) squares[i] = (squares[i] ?? 0) + ridge;
  }

  #add(differencesMs: Float64Array, at: number, weight: number): void {
    const squares = this.#squares;
    const target = differencesMs[at] ?? 0;
    for (let i = 0; i < order; i += 1) {
      const weighted = weight * (differencesMs[at - 1 - i] ?? 0);
      this.#products[i] = (this.#products[i] ?? 0) + weighted * target;
      for (let j = 0; j <= i; j += 1) {
        const cell = i * order + j;
        squares[cell] = (squares[cell] ?? 0) + weighted * (differencesMs[at - 1 - j] ?? 0);
      }
    }
  }

  /** False where the squares are not definite. */
  #solve(): boolean {
    if (!factor(this.#squares, order)) return false;
    forward(this.#squares, order, this.#products);
    backward(this.#squares, order, this.#products);
    this.weights.set(this.#products);
    return true;
  }
}
