import { isUnavailable, type Unavailable } from '../unavailable.ts';
import { dfaAlpha1 } from './dfa.ts';
import type { Mended } from './mended.ts';
import { mostArtefactsPercent, withheld } from './quality.ts';
import type { RrSeries } from './rr-series.ts';
import { tooFew, tooShort } from './time-domain.ts';

/** A window in seconds since the recording began; `unavailable` says why, where neither value can be given. */
export type HrvWindow = {
  readonly startS: number;
  readonly endS: number;
  readonly artefactPercent: number | Unavailable;
  readonly rmssdMs: number | Unavailable;
  readonly dfaAlpha1: number | Unavailable;
  readonly unavailable?: string;
};

export type WindowOptions = { readonly windowS: number; readonly stepS: number };

/** A week at ten a minute; a longer recording is cut there. */
const mostWindows = 100_800;

/**
 * RMSSD and DFA alpha1 of the corrected beats in windows of time: a beat belongs to the window in which it ends. DFA bears
 * no gap inside; `irregular`, a reason, withholds both.
 */
export function hrvWindows(
  series: RrSeries,
  { segments, artefacts }: Mended,
  lengthMs: number,
  { windowS, stepS }: WindowOptions,
  irregular?: string,
): HrvWindow[] {
  const originMs = series[0]?.startMs ?? 0;
  const given = new Given(
    series,
    artefacts.map(({ index }) => index),
  );
  const corrected = segments.map((segment) => new Corrected(segment));
  const windows: HrvWindow[] = [];
  const count = Math.floor((lengthMs / 1000 - windowS) / stepS) + 1;
  while (windows.length < Math.min(count, mostWindows)) {
    const startS = windows.length * stepS;
    const [fromMs, toMs] = [originMs + startS * 1000, originMs + (startS + windowS) * 1000];
    const artefactPercent = given.artefactPercent(fromMs, toMs);
    const none = isUnavailable(artefactPercent)
      ? artefactPercent
      : withheld(artefactPercent, mostArtefactsPercent.value, irregular);
    const rmssdMs = none ?? rmssd(corrected, fromMs, toMs);
    const alpha1 = none ?? alpha(corrected, fromMs, toMs);
    windows.push({
      startS,
      endS: startS + windowS,
      artefactPercent,
      rmssdMs,
      dfaAlpha1: alpha1,
      ...(isUnavailable(rmssdMs) && isUnavailable(alpha1) && { unavailable: rmssdMs.unavailable }),
    });
  }
  return windows;
}

function rmssd(
  corrected: readonly Corrected[],
  fromMs: number,
  toMs: number,
): number | Unavailable {
  let count = 0;
  let squares = 0;
  let coveredMs = 0;
  for (const segment of corrected) {
    if (segment.endMs <= fromMs || segment.startMs >= toMs) continue;
    const [from, to] = segment.between(fromMs, toMs);
    count += Math.max(0, to - from - 1);
    squares += segment.squaresIn(from, to);
    coveredMs += Math.min(segment.endMs, toMs) - Math.max(segment.startMs, fromMs);
  }
  return tooShort(coveredMs, 30_000) ?? tooFew(count) ?? Math.sqrt(squares / count);
}

const roundingMs = 1e-3;

function alpha(
  corrected: readonly Corrected[],
  fromMs: number,
  toMs: number,
): number | Unavailable {
  const whole = corrected.find(
    ({ startMs, endMs }) => startMs <= fromMs + roundingMs && endMs >= toMs - roundingMs,
  );
  if (whole === undefined) return { unavailable: 'there is a gap inside' };
  const [from, to] = whole.between(fromMs, toMs);
  return dfaAlpha1(whole.rrMs, from, to, toMs - fromMs);
}

/** Windows ask in order of time: a place in ascending times that never goes back. */
class Place {
  #at = 0;
  readonly #endsMs: Float64Array;

  constructor(endsMs: Float64Array) {
    this.#endsMs = endsMs;
  }

  /** How many end up to `toMs`, this included. */
  until(toMs: number): number {
    while (this.#at < this.#endsMs.length && (this.#endsMs[this.#at] ?? 0) <= toMs) this.#at += 1;
    return this.#at;
  }
}

/** The intervals as given, with how many before each are spoilt. */
class Given {
  readonly #from: Place;
  readonly #to: Place;
  readonly #spoilt: Uint32Array;

  constructor(series: RrSeries, artefacts: readonly number[]) {
    const count = series.reduce((sum, { rrIntervalsMs }) => sum + rrIntervalsMs.length, 0);
    const endsMs = new Float64Array(count);
    let at = 0;
    for (const { startMs, rrIntervalsMs } of series) {
      let endMs = startMs;
      for (const rrMs of rrIntervalsMs) {
        endMs += rrMs;
        endsMs[at] = endMs;
        at += 1;
      }
    }
    this.#from = new Place(endsMs);
    this.#to = new Place(endsMs);
    this.#spoilt = new Uint32Array(count + 1);
    for (const index of artefacts) this.#spoilt[index + 1] = 1;
    for (let i = 1; i <= count; i += 1) {
      this.#spoilt[i] = (this.#spoilt[i] ?? 0) + (this.#spoilt[i - 1] ?? 0);
    }
  }

  artefactPercent(fromMs: number, toMs: number): number | Unavailable {
    const [from, to] = [this.#from.until(fromMs), this.#to.until(toMs)];
    if (to <= from) return { unavailable: 'there are no beats' };
    return (100 * ((this.#spoilt[to] ?? 0) - (this.#spoilt[from] ?? 0))) / (to - from);
  }
}

/** A corrected segment with running sums of its squared differences. */
class Corrected {
  readonly startMs: number;
  readonly endMs: number;
  readonly rrMs: Float64Array;
  readonly #from: Place;
  readonly #to: Place;
  readonly #squares: Float64Array;

  constructor({ startMs, rrIntervalsMs }: Mended['segments'][number]) {
    const count = rrIntervalsMs.length;
    this.startMs = startMs;
    this.rrMs = Float64Array.from(rrIntervalsMs);
    this.#squares = new Float64Array(count + 1);
    const endsMs = new Float64Array(count);
    let endMs = startMs;
    for (let i = 0; i < count; i += 1) {
      endMs += this.rrMs[i] ?? 0;
      endsMs[i] = endMs;
      const differenceMs = i > 0 ? (this.rrMs[i] ?? 0) - (this.rrMs[i - 1] ?? 0) : 0;
      this.#squares[i + 1] = (this.#squares[i] ?? 0) + differenceMs * differenceMs;
    }
    this.endMs = endMs;
    this.#from = new Place(endsMs);
    this.#to = new Place(endsMs);
  }

  between(fromMs: number, toMs: number): [number, number] {
    return [this.#from.until(fromMs), this.#to.until(toMs)];
  }

  squaresIn(from: number, to: number): number {
    return to > from ? (this.#squares[to] ?? 0) - (this.#squares[from + 1] ?? 0) : 0;
  }
}
