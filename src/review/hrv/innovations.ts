import { Autoregression, order } from './autoregression.ts';

/** Beats that are fitted together. */
export const blockBeats = 64;
const asideBeats = 80;
const suspectRounds = 4;
const suspectScales = 3;
const mostSuspect = 0.6;
/** Beats that stand in for what is beyond an end: the end itself. */
const margin = order + 2;
/** A block in which no two neighbours differ by this share of the local median holds nothing to find. */
const floor = 0.06;

/**
 * How a block of beats comes about: what of a difference the seven before it tell, how far that misses (robust standard
 * deviation, ms), and what but one in twenty of the differences are at most (ms).
 */
export type Manner = {
  readonly weights: Float64Array;
  readonly scaleMs: number;
  readonly rareMs: number;
};

/**
 * The innovations of a stretch: what of each interval those before it do not tell, by an autoregression fitted robustly to
 * the 224 beats around. What breathes, alternates or climbs is told; what breaks the pattern is not.
 */
export class Innovations {
  readonly #beats: number;
  readonly #medianMs: Float64Array;
  /** With a margin before the first and after the last beat. */
  readonly #differencesMs: Float64Array;
  readonly #isOut: Uint8Array;
  /** As `#isOut`, and what stands out by the fit of the block that is being fitted. */
  readonly #standsOut: Uint8Array;
  readonly #fit = new Autoregression(blockBeats + 2 * asideBeats);
  readonly #manners: (Manner | undefined)[] = [];

  constructor(medianMs: Float64Array) {
    this.#beats = medianMs.length;
    this.#medianMs = medianMs;
    this.#differencesMs = new Float64Array(this.#beats + 2 * margin);
    this.#isOut = new Uint8Array(this.#beats + 2 * margin);
    this.#standsOut = new Uint8Array(this.#beats + 2 * margin);
  }

  /** How the block of a beat is; undefined where it is even throughout. */
  mannerAt(beat: number): Manner | undefined {
    return this.#manners[Math.floor(beat / blockBeats)];
  }

  /** The innovation of a beat (ms), in the manner given. */
  at(beat: number, { weights }: Manner): number {
    const at = margin + beat;
    let ms = this.#differencesMs[at] ?? 0;
    for (let back = 1; back <= order; back += 1) {
      ms -= (weights[back - 1] ?? 0) * (this.#differencesMs[at - back] ?? 0);
    }
    return ms;
  }

  /** Takes over the intervals from `from` up to `to`, without fitting anew. */
  look(rrMs: Float64Array, from: number, to: number): void {
    for (let at = Math.max(1, from); at < Math.min(this.#beats, to + 1); at += 1) {
      this.#differencesMs[margin + at] = (rrMs[at] ?? 0) - (rrMs[at - 1] ?? 0);
    }
  }

  /**
   * Fits every block anew that learns from what has changed, or all of them; beats that are made up teach nothing. Returns
   * where those blocks begin.
   */
  update(rrMs: Float64Array, isMadeUp: Uint8Array, changed?: ReadonlySet<number>): number[] {
    if (changed === undefined) this.look(rrMs, 0, this.#beats);
    for (let at = 0; at < this.#beats; at += 1) {
      this.#isOut[margin + at] = isMadeUp[at] === 1 || isMadeUp[at - 1] === 1 ? 1 : 0;
    }
    const blocks = this.#blocksThatLearnFrom(changed);
    for (const block of blocks) this.#fitBlock(block, Math.min(this.#beats, block + blockBeats));
    return blocks;
  }

  #blocksThatLearnFrom(changed?: ReadonlySet<number>): number[] {
    const all = Array.from(
      { length: Math.ceil(this.#beats / blockBeats) },
      (_, index) => index * blockBeats,
    );
    if (changed === undefined) return all;
    const learns = new Uint8Array(all.length);
    const reach = asideBeats + margin;
    for (const at of changed) {
      const first = Math.max(0, Math.floor((at - reach) / blockBeats));
      learns.fill(1, first, Math.floor((at + reach) / blockBeats) + 1);
    }
    return all.filter((_, index) => learns[index] === 1);
  }

  #fitBlock(from: number, to: number): void {
    const block = from / blockBeats;
    if (this.#manners[block] === undefined && this.#isEven(from, to + 2)) return;
    const first = margin + Math.max(1, from - asideBeats);
    const last = margin + Math.min(this.#beats, to + asideBeats);
    const isOut = this.#learn(first, last);
    this.#manners[block] = {
      weights: this.#fit.weights.slice(),
      scaleMs: this.#fit.scaleMs,
      rareMs: this.#fit.rareMs(this.#differencesMs, isOut, first, last),
    };
  }

  #isEven(from: number, to: number): boolean {
    for (let at = from; at < Math.min(this.#beats, to); at += 1) {
      const sizeMs = Math.abs(this.#differencesMs[margin + at] ?? 0);
      if (sizeMs > floor * (this.#medianMs[at] ?? 0)) return false;
    }
    return true;
  }

  /** Fits, leaves out what stands out by that fit, and fits again, until nothing more does; returns what is out. */
  #learn(from: number, to: number): Uint8Array {
    const isOut = this.#standsOut;
    isOut.set(this.#isOut.subarray(from, to), from);
    let most = mostSuspect * (to - from);
    for (let at = from; at < to; at += 1) most -= isOut[at] ?? 0;
    for (let round = 0; round <= suspectRounds; round += 1) {
      this.#fit.learn(this.#differencesMs, isOut, from, to);
      const suspects = this.#leaveOutSuspects(isOut, from, to);
      most -= suspects;
      if (suspects === 0 || most < 0) break;
    }
    return isOut;
  }

  #leaveOutSuspects(isOut: Uint8Array, from: number, to: number): number {
    const leastMs = suspectScales * this.#fit.scaleMs;
    let suspects = 0;
    for (let at = from; at < to; at += 1) {
      if (isOut[at] === 1) continue;
      const sizeMs = Math.abs(this.#fit.missMs(this.#differencesMs, at));
      if (sizeMs <= Math.max(leastMs, floor * (this.#medianMs[at - margin] ?? 0))) continue;
      isOut[at] = 1;
      suspects += 1;
    }
    return suspects;
  }
}
