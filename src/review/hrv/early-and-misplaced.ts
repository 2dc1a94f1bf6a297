import type { ArtefactType } from './artefact.ts';
import type { Beats } from './beats.ts';
import { missesOf } from './prediction.ts';
import { rollingMedian } from './rolling-median.ts';
import { type SpoiltPair, spoiltPairs } from './spoilt-pairs.ts';

const medianBeats = 11;
/** A lone interval misses by this share of the local median at least, and so many times the usual miss. */
const loneFloor = 0.22;
const loneScales = 5.5;
/** From here on a short beat before its pause is an early beat; less is a beat detected a little off its place. */
const earlyShare = 0.15;
/** Nothing made up is further from its neighbours than this share of the local median. */
const mostMadeUp = 0.35;

/**
 * Finds and mends, in beats `from` up to but without `to` of which none is lost: early beats with their pause, beats
 * detected off their place (both as whole pairs that keep their sum), and lone long or short ones.
 */
export function mendPairs(beats: Beats, from: number, to: number): void {
  const stretch = new Stretch(beats, from, to);
  stretch.mendPairs();
  stretch.mendLone();
  for (let i = from; i < to; i += 1) beats.rrMs[i] = stretch.rrMs[i - from] ?? 0;
}

class Stretch {
  readonly #beats: Beats;
  readonly #from: number;
  readonly rrMs: Float64Array;
  readonly #medianMs: Float64Array;

  constructor(beats: Beats, from: number, to: number) {
    this.#beats = beats;
    this.#from = from;
    this.rrMs = new Float64Array(beats.rrMs.slice(from, to));
    this.#medianMs = rollingMedian(this.rrMs, medianBeats);
  }

  mendPairs(): void {
    for (const pair of spoiltPairs(this.rrMs, this.#medianMs, this.#isMadeUp)) this.#mendPair(pair);
  }

  #mendPair({ at, mendedMs: [firstMs, secondMs] }: SpoiltPair): void {
    const halfMs = (firstMs + secondMs) / 2;
    const asideMs = bounded((secondMs - firstMs) / 2, mostMadeUp * halfMs);
    const isEarly = halfMs - (this.rrMs[at] ?? 0) > earlyShare * (this.#medianMs[at] ?? 0);
    this.#mend(at, halfMs - asideMs, isEarly ? 'ectopic' : undefined);
    this.#mend(at + 1, halfMs + asideMs, isEarly ? 'ectopic' : undefined);
    this.#beats.hole[this.#from + at] = 2;
  }

  mendLone(): void {
    const { ms, scaleMs } = missesOf(
      this.rrMs,
      this.#isMadeUp,
      (at) => loneFloor * (this.#medianMs[at] ?? 0),
    );
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
      this.#beats.hole[this.#from + i] = 1;
    }
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
