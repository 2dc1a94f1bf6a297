import { Autoregression, order } from './autoregression.ts';
import type { Beats } from './beats.ts';
import { backward, factor, forward } from './cholesky.ts';
import { addedDifferences, type Hole, lengthening, shiftsOf } from './hole.ts';

const blockBeats = 64;
const asideBeats = 80;
/** So many beats on either side tell by how much the heart surprises there. */
const nearBeats = 20;
/** No made-up interval is further than this share from what is usual there. */
const mostMadeUp = 0.35;

/** A stretch whose holes are filled one by one, each by all that is around it at the time. */
export class Filling {
  readonly #rrMs: Float64Array;
  /** With a margin before the first, in which nothing changes. */
  readonly #differencesMs: Float64Array;
  readonly #isOut: Uint8Array;
  readonly #fit = new Autoregression(blockBeats + 2 * asideBeats);
  #fitted: number | undefined;

  constructor(rrMs: readonly number[], isMadeUp: readonly boolean[]) {
    this.#rrMs = Float64Array.from(rrMs);
    this.#differencesMs = new Float64Array(order + rrMs.length);
    this.#isOut = new Uint8Array(order + rrMs.length + 1);
    this.#look(0, rrMs.length);
    for (let at = 0; at < rrMs.length; at += 1) {
      if (isMadeUp[at] === true) this.#isOut.fill(1, order + at, order + at + 2);
    }
  }

  give(beats: Beats, from: number): void {
    for (let at = 0; at < this.#rrMs.length; at += 1) beats.rrMs[from + at] = this.#rrMs[at] ?? 0;
  }

  smooth(hole: Hole): void {
    this.#fitAt(hole.at);
    const { low, traces } = this.#freedomOf(hole);
    const shifts = Float64Array.from(traces, (trace) => -this.#along(trace, hole.at));
    forward(low, traces.length, shifts);
    backward(low, traces.length, shifts);
    this.#shift(hole, shifts);
  }

  roughen(hole: Hole): void {
    this.#fitAt(hole.at);
    const { low, traces } = this.#freedomOf(hole);
    const usualMs = this.#usualInnovationMs(hole);
    const count = traces.length;
    const bend = new Float64Array(count);
    let missing = 0;
    for (let s = 0; s < count; s += 1) {
      const one = new Float64Array(count);
      one[s] = usualMs;
      backward(low, count, one);
      missing += squaresOf(addedDifferences(hole, one));
      for (let i = 0; i < count; i += 1) bend[i] = (bend[i] ?? 0) + (one[i] ?? 0);
    }
    const bentMs = addedDifferences(hole, bend);
    let across = 0;
    for (const [i, ms] of bentMs.entries()) across += ms * (this.#differenceMs(hole.at + i) ?? 0);
    const by = smallerRoot(squaresOf(bentMs), across, missing);
    this.#shift(
      hole,
      bend.map((shift) => by * shift),
    );
  }

  #fitAt(beat: number): void {
    const block = Math.floor(beat / blockBeats);
    if (block === this.#fitted) return;
    this.#fitted = block;
    const from = order + Math.max(1, block * blockBeats - asideBeats);
    const to = order + Math.min(this.#rrMs.length, (block + 1) * blockBeats + asideBeats);
    this.#fit.learn(this.#differencesMs, this.#isOut, from, to);
  }

  /** What each shift of a hole does to the innovations from its first beat on, and Cholesky's factor of their products. */
  #freedomOf(hole: Hole): { readonly low: Float64Array; readonly traces: readonly Float64Array[] } {
    const count = shiftsOf(hole);
    const traces = Array.from({ length: count }, (_, s) => this.#traceOf(hole, s));
    const low = new Float64Array(count * count);
    for (const [i, one] of traces.entries()) {
      for (let j = 0; j <= i; j += 1) low[i * count + j] = product(one, traces[j]);
      low[i * count + i] = (low[i * count + i] ?? 0) + Number.MIN_VALUE;
    }
    factor(low, count);
    return { low, traces };
  }

  #traceOf(hole: Hole, shift: number): Float64Array {
    const unit = new Float64Array(shiftsOf(hole));
    unit[shift] = 1;
    const differences = addedDifferences(hole, unit);
    const trace = new Float64Array(hole.beats + 1 + order);
    for (let i = 0; i < trace.length; i += 1) {
      if (this.#differenceMs(hole.at + i) === undefined) continue;
      let sum = differences[i] ?? 0;
      for (let back = 1; back <= Math.min(i, order); back += 1) {
        sum -= (this.#fit.weights[back - 1] ?? 0) * (differences[i - back] ?? 0);
      }
      trace[i] = sum;
    }
    return trace;
  }

  #along(trace: Float64Array, at: number): number {
    let sum = 0;
    for (let i = 0; i < trace.length; i += 1) {
      if (trace[i] !== 0)
        sum += (trace[i] ?? 0) * this.#fit.missMs(this.#differencesMs, order + at + i);
    }
    return sum;
  }

  /** Root mean square of the innovations of the sound beats near a hole. */
  #usualInnovationMs({ at, beats }: Hole): number {
    let squares = 0;
    let count = 0;
    const to = Math.min(this.#rrMs.length, at + beats + nearBeats);
    for (let i = Math.max(1, at - nearBeats); i < to; i += 1) {
      if (this.#isOut[order + i] === 1) continue;
      squares += this.#fit.missMs(this.#differencesMs, order + i) ** 2;
      count += 1;
    }
    return count > 0 ? Math.sqrt(squares / count) : this.#fit.scaleMs;
  }

  /** From the beat before; undefined where there is none, or no beat. */
  #differenceMs(beat: number): number | undefined {
    return beat < 1 ? undefined : this.#differencesMs[order + beat];
  }

  #shift(hole: Hole, shifts: Float64Array): void {
    const usualMs = this.#usualMs(hole);
    const asideMs = new Float64Array(hole.beats);
    for (let i = 0; i < hole.beats; i += 1) {
      asideMs[i] = (this.#rrMs[hole.at + i] ?? 0) - usualMs + lengthening(hole, shifts, i);
    }
    const mostMs = asideMs.reduce((most, ms) => Math.max(most, Math.abs(ms)), 0);
    const kept = Math.min(1, (mostMadeUp * usualMs) / mostMs);
    for (let i = 0; i < hole.beats; i += 1)
      this.#rrMs[hole.at + i] = usualMs + kept * (asideMs[i] ?? 0);
    this.#look(hole.at, hole.at + hole.beats);
  }

  /** The mean interval of a hole, or of those beside a lone beat. */
  #usualMs({ at, beats }: Hole): number {
    let sum = 0;
    for (let i = 0; i < beats; i += 1) sum += this.#rrMs[at + i] ?? 0;
    if (beats > 1) return sum / beats;
    const [beforeMs = sum, afterMs = sum] = [this.#rrMs[at - 1], this.#rrMs[at + 1]];
    return (beforeMs + afterMs) / 2;
  }

  #look(from: number, to: number): void {
    for (let at = Math.max(1, from); at < Math.min(this.#rrMs.length, to + 1); at += 1) {
      this.#differencesMs[order + at] = (this.#rrMs[at] ?? 0) - (this.#rrMs[at - 1] ?? 0);
    }
  }
}

function product(one: Float64Array, other: Float64Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other?.[i] ?? 0);
  return sum;
}

const squaresOf = (values: Float64Array): number => product(values, values);

/** The root nearer to 0 of `a x² + 2 b x = c`, where a and c are not negative. */
function smallerRoot(a: number, b: number, c: number): number {
  if (!(a > 0)) return 0;
  const root = Math.sqrt(b * b + a * c);
  return b > 0 ? c / (b + root) : c / (b - root);
}
