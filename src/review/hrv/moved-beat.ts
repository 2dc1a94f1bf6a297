import { order } from './autoregression.ts';
import type { Innovations, Manner } from './innovations.ts';

/** The least move that is looked for, as a share of the interval that the beat ends; */
const leastMove = 0.12;
/** a lively heart may hide some of it, but not more. */
const leastSeen = 0.082;
/** Where a heart leaps, it leaps out of step as well: a move is this share of what differences rarely are at least. */
const leapShare = 0.38;
/** Innovations are as Student's t of so many degrees says: now and then there is a large one. */
const freedom = 8;
/** However evenly a heart beats, its innovations are taken to be this share of an interval. */
const leastScale = 0.01;
/** Of a moved beat one interval is longer by what the other is shorter; sums miss by less than this share of that, */
const balance = 0.75;
/** or, where much speaks for a move, by no more than the heart's own sums do at times. */
const [muchEvidence, looseBalance, sumScales] = [8, 1, 7];

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
  /** Whose traces `#alone` and `#pattern` are. */
  #taken: Manner | undefined;

  constructor(innovations: Innovations) {
    this.#innovations = innovations;
  }

  /** The move of the beat that ends the interval at `at`, where it is large, and likely enough; undefined else. */
  judge(rrMs: Float64Array, at: number, leastEvidence: number): Move | undefined {
    const manner = this.#innovations.mannerAt(at);
    if (manner === undefined) return undefined;
    for (let i = 0; i < reach; i += 1) this.#missesMs[i] = this.#innovations.at(at + i, manner);
    this.#take(manner);
    const movedMs = this.#movedMs();
    const ownMs = (rrMs[at] ?? 0) - movedMs;
    const sizeMs = Math.abs(movedMs);
    if (sizeMs < Math.max(leastSeen * ownMs, leapShare * manner.rareMs)) return undefined;
    const scaleMs = Math.max(manner.scaleMs, leastScale * ownMs);
    const evidence = this.#evidence(
      Math.sign(movedMs) * Math.max(sizeMs, leastMove * ownMs),
      scaleMs,
    );
    if (evidence < leastEvidence) return undefined;
    const sumMs = this.#sumMs();
    const isLoose = evidence >= muchEvidence && Math.abs(sumMs) <= sumScales * manner.scaleMs;
    if (Math.abs(sumMs) > (isLoose ? looseBalance : balance) * 2 * sizeMs) return undefined;
    return { at, movedMs, sumMs, evidence };
  }

  /** What one interval that is longer by 1 does to the innovations, and what a move by 1 does. */
  #take(manner: Manner): void {
    if (manner === this.#taken) return;
    this.#taken = manner;
    const { weights } = manner;
    let before = 0;
    for (let i = 0; i < reach; i += 1) {
      const here = i === 0 ? 1 : -(weights[i - 1] ?? 0);
      this.#alone[i] = here - before;
      before = here;
      this.#pattern[i] = (this.#alone[i] ?? 0) - (this.#alone[i - 1] ?? 0);
    }
  }

  /** By least squares. */
  #movedMs(): number {
    let product = 0;
    let size = 0;
    for (let i = 0; i < reach; i += 1) {
      const share = this.#pattern[i] ?? 0;
      product += share * (this.#missesMs[i] ?? 0);
      size += share * share;
    }
    return product / size;
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
