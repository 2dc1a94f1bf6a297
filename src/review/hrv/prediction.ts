import { select } from './select.ts';

/** What a place in a series is predicted from: three sums or differences of beats around it, and their plain weights. */
export type Predictor = {
  readonly targetAt: (rrMs: Float64Array, at: number) => number;
  readonly regressorAt: (rrMs: Float64Array, at: number, lag: number) => number;
  readonly plain: readonly [number, number, number];
};

const blockBeats = 64;
const windowBeats = 160;
const rounds = 4;
const suspectRounds = 4;
const suspectScales = 2.5;
/** Weight of the plain prediction, in beats of ordinary size: few beats cannot bend it far. */
const plainBeats = 6;

/** Where the prediction misses (ms) at each place, and how far it usually does there (robust standard deviation, ms). */
export type Residuals = { readonly ms: Float64Array; readonly scaleMs: Float64Array };

/**
 * Predicts each place from the three beats on either side, by weights fitted robustly to the 160 beats around (Huber 1964):
 * what breathes, alternates or climbs is predicted, what breaks the pattern is not. Places where `isLeftOut` holds are not
 * learnt from.
 */
export function residuals(
  rrMs: Float64Array,
  places: number,
  predictor: Predictor,
  isLeftOut: (at: number) => boolean,
  floorMs: (at: number) => number,
): Residuals {
  const ms = new Float64Array(places);
  const scaleMs = new Float64Array(places);
  const fit = new Fit();
  for (let from = 0; from < places; from += blockBeats) {
    const to = Math.min(places, from + blockBeats);
    const aside = (windowBeats - blockBeats) / 2;
    const [first, end] = [Math.max(0, from - aside), Math.min(places, to + aside)];
    fit.learn(rrMs, predictor, first, end, isLeftOut);
    for (let round = 0; round < suspectRounds; round += 1) {
      const suspects = fit.suspects(rrMs, predictor, first, end, isLeftOut, floorMs);
      if (suspects.size === 0 || suspects.size > (end - first) * 0.6) break;
      fit.learn(rrMs, predictor, first, end, (at) => isLeftOut(at) || suspects.has(at));
    }
    for (let at = from; at < to; at += 1) {
      ms[at] = predictor.targetAt(rrMs, at) - fit.predict(rrMs, predictor, at);
      scaleMs[at] = fit.scaleMs;
    }
  }
  return { ms, scaleMs };
}

class Fit {
  readonly #targets = new Float64Array(windowBeats + blockBeats);
  readonly #regressors = new Float64Array(3 * (windowBeats + blockBeats));
  readonly #sizes = new Float64Array(windowBeats + blockBeats);
  #weights: readonly [number, number, number] = [0, 0, 0];
  scaleMs = 0;

  learn(
    rrMs: Float64Array,
    predictor: Predictor,
    from: number,
    to: number,
    isLeftOut: (at: number) => boolean,
  ): void {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      if (isLeftOut(at)) continue;
      this.#targets[count] = predictor.targetAt(rrMs, at);
      for (let lag = 1; lag <= 3; lag += 1) {
        this.#regressors[3 * count + lag - 1] = predictor.regressorAt(rrMs, at, lag);
      }
      count += 1;
    }
    this.#weights = predictor.plain;
    this.#measure(count);
    for (let round = 0; round < rounds && this.scaleMs > 0; round += 1) {
      this.#weights = this.#solved(count, predictor.plain);
      this.#measure(count);
    }
  }

  predict(rrMs: Float64Array, predictor: Predictor, at: number): number {
    const [a, b, c] = this.#weights;
    return (
      a * predictor.regressorAt(rrMs, at, 1) +
      b * predictor.regressorAt(rrMs, at, 2) +
      c * predictor.regressorAt(rrMs, at, 3)
    );
  }

  suspects(
    rrMs: Float64Array,
    predictor: Predictor,
    from: number,
    to: number,
    isLeftOut: (at: number) => boolean,
    floorMs: (at: number) => number,
  ): Set<number> {
    const found = new Set<number>();
    for (let at = from; at < to; at += 1) {
      if (isLeftOut(at)) continue;
      const size = Math.abs(predictor.targetAt(rrMs, at) - this.predict(rrMs, predictor, at));
      if (size <= Math.max(floorMs(at), suspectScales * this.scaleMs)) continue;
      for (let near = at - 2; near <= at + 2; near += 1) found.add(near);
    }
    return found;
  }

  #missAt(index: number): number {
    const [a, b, c] = this.#weights;
    const x = this.#regressors;
    return (
      (this.#targets[index] ?? 0) -
      a * (x[3 * index] ?? 0) -
      b * (x[3 * index + 1] ?? 0) -
      c * (x[3 * index + 2] ?? 0)
    );
  }

  #measure(count: number): void {
    for (let i = 0; i < count; i += 1) this.#sizes[i] = Math.abs(this.#missAt(i));
    this.scaleMs = count > 0 ? 1.4826 * select(this.#sizes, count, count >> 1) : 0;
  }

  /** Least squares of the misses, each weighed down where it is beyond 1.5 scales, drawn to the plain weights. */
  #solved(
    count: number,
    plain: readonly [number, number, number],
  ): readonly [number, number, number] {
    const x = this.#regressors;
    const knee = 1.5 * this.scaleMs;
    let [aa, ab, ac, bb, bc, cc, ay, by, cy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    const [p, q, r] = plain;
    for (let i = 0; i < count; i += 1) {
      const size = Math.abs(this.#missAt(i));
      const weight = size > knee ? knee / size : 1;
      const [a = 0, b = 0, c = 0] = [x[3 * i], x[3 * i + 1], x[3 * i + 2]];
      const y = (this.#targets[i] ?? 0) - p * a - q * b - r * c;
      aa += weight * a * a;
      ab += weight * a * b;
      ac += weight * a * c;
      bb += weight * b * b;
      bc += weight * b * c;
      cc += weight * c * c;
      ay += weight * a * y;
      by += weight * b * y;
      cy += weight * c * y;
    }
    const ridge = (plainBeats * (aa + bb + cc)) / (3 * Math.max(1, count)) + 1e-9;
    aa += ridge;
    bb += ridge;
    cc += ridge;
    const determinant =
      aa * (bb * cc - bc * bc) - ab * (ab * cc - bc * ac) + ac * (ab * bc - bb * ac);
    const da = ay * (bb * cc - bc * bc) - ab * (by * cc - bc * cy) + ac * (by * bc - bb * cy);
    const db = aa * (by * cc - bc * cy) - ay * (ab * cc - bc * ac) + ac * (ab * cy - by * ac);
    const dc = aa * (bb * cy - by * bc) - ab * (ab * cy - by * ac) + ay * (ab * bc - bb * ac);
    return [p + da / determinant, q + db / determinant, r + dc / determinant];
  }
}
