import { order } from './autoregression.ts';
import type { Innovations, Manner } from './innovations.ts';

/** The least move that is looked for, as a share of the interval that the beat ends. */
const leastMove = 0.12;
/** A lively heart may hide some of it: so many standard deviations, and of a quiet one no less than this share is a move. */
const [hiddenDeviations, surelySeen] = [4, 0.085];
/** The logarithm of how much likelier a move must be than none; */
const leastEvidence = 2.5;
/** more by so much times the share by which it is below this, */
const [doubtedShare, doubtByShare] = [0.087, 500];
/** and by so much times the square of what the pair is uneven: by what its sum misses, in parts of its difference. */
const [mostUneven, doubtByUneven] = [0.8, 6];
/** Where a heart leaps, it leaps out of step as well: a move is this share of what differences rarely are at least. */
const leapShare = 0.38;
/** Innovations are as Student's t of so many degrees says: now and then there is a large one. */
const freedom = 8;
/** However evenly a heart beats, its innovations are taken to be this share of an interval. */
const leastScale = 0.01;

/** A beat moved off its place: the first of its two intervals, by how much (ms), and by what their sum misses. */
export type Move = {
  readonly at: number;
  readonly movedMs: number;
  readonly sumMs: number;
  /** The logarithm of how much likelier the beats around are with the move than without. */
  readonly evidence: number;
};

const reach = order + 3;

/**
 * Judges moves by the innovations that one leaves behind (a matched filter): the interval longer by `movedMs`, the next
 * shorter by as much, and what both tell of the seven beats that follow.
 */
export class MovedBeat {
  readonly #innovations: Innovations;
  readonly #missesMs = new Float64Array(reach);
  readonly #pattern = new Float64Array(reach);
  readonly #alone = new Float64Array(reach + 1);
  /** The sum of the squares of `#pattern`. */
  #size = 0;
  /** Whose traces `#alone` and `#pattern` are. */
  #taken: Manner | undefined;

  constructor(innovations: Innovations) {
    this.#innovations = innovations;
  }

  /** The move of the beat that ends the interval at `at`, where it is large, and likely enough; undefined else. */
  judge(rrMs: Float64Array, at: number): Move | undefined {
    const manner = this.#innovations.mannerAt(at);
    if (manner === undefined) return undefined;
    for (let i = 0; i < reach; i += 1) this.#missesMs[i] = this.#innovations.at(at + i, manner);
    this.#take(manner);
    const movedMs = this.#movedMs();
    const ownMs = (rrMs[at] ?? 0) - movedMs;
    const sizeMs = Math.abs(movedMs);
    if (sizeMs < this.#leastMs(ownMs, manner)) return undefined;
    const evidence = this.#evidence(
      Math.sign(movedMs) * Math.max(sizeMs, leastMove * ownMs),
      Math.max(manner.scaleMs, leastScale * ownMs),
    );
    if (evidence < leastEvidence) return undefined;
    const sumMs = this.#sumMs();
    const uneven = Math.abs(sumMs) / (2 * sizeMs);
    const doubt = doubtByUneven * uneven ** 2 + doubtByShare * (doubtedShare - sizeMs / ownMs);
    if (uneven > mostUneven || evidence < leastEvidence + doubt) return undefined;
    return { at, movedMs, sumMs, evidence };
  }

  /** What one interval that is longer by 1 does to the innovations, and what a move by 1 does. */
  #take(manner: Manner): void {
    if (manner === this.#taken) return;
    this.#taken = manner;
    const { weights } = manner;
    let before = 0;
    this.#size = 0;
    for (let i = 0; i < reach; i += 1) {
      const here = i === 0 ? 1 : -(weights[i - 1] ?? 0);
      this.#alone[i] = here - before;
      before = here;
      const share = (this.#alone[i] ?? 0) - (this.#alone[i - 1] ?? 0);
      this.#pattern[i] = share;
      this.#size += share * share;
    }
  }

  #leastMs(ownMs: number, { scaleMs, rareMs }: Manner): number {
    const seenMs = leastMove * ownMs - (hiddenDeviations * scaleMs) / Math.sqrt(this.#size);
    return Math.max(Math.min(seenMs, surelySeen * ownMs), leapShare * rareMs);
  }

  /** By least squares. */
  #movedMs(): number {
    let product = 0;
    for (let i = 0; i < reach; i += 1) {
      product += (this.#pattern[i] ?? 0) * (this.#missesMs[i] ?? 0);
    }
    return product / this.#size;
  }

  #evidence(movedMs: number, scaleMs: number): number {
    const leastMs2 = freedom * scaleMs ** 2;
    let likelier = 1;
    for (let i = 0; i < reach; i += 1) {
      const missMs = this.#missesMs[i] ?? 0;
      const leftMs = missMs - movedMs * (this.#pattern[i] ?? 0);
      likelier *= (leastMs2 + missMs ** 2) / (leastMs2 + leftMs ** 2);
    }
    return ((freedom + 1) / 2) * Math.log(likelier);
  }

  /** What the two intervals are too long together, each fitted for itself by least squares. */
  #sumMs(): number {
    let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
    for (let i = 0; i < reach; i += 1) {
      const first = this.#alone[i] ?? 0;
      const second = this.#alone[i - 1] ?? 0;
      const missMs = this.#missesMs[i] ?? 0;
      aa += first * first;
      ab += first * second;
      bb += second * second;
      ay += first * missMs;
      by += second * missMs;
    }
    return (ay * (bb - ab) + by * (aa - ab)) / (aa * bb - ab * ab);
  }
}
