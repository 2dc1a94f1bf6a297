import { select } from './select.ts';

type Weights = readonly [number, number, number];

/** How many places a fit holds. */
export const mostLearnt = 160;

const rounds = 3;
/** Weight of the plain weights, in places of ordinary size: few places cannot bend them far. */
const plainPlaces = 6;
/** The standard deviation of a normal distribution by its median size. */
const deviationByMedian = 1.4826;
/** Beyond so many deviations a miss counts less (Huber 1964). */
const kneeDeviations = 1.5;

/** Three weights from up to 160 places by least squares in which outliers weigh less, drawn to plain weights. */
export class Fit {
  readonly #plain: Weights;
  readonly #targets = new Float64Array(mostLearnt);
  readonly #a = new Float64Array(mostLearnt);
  readonly #b = new Float64Array(mostLearnt);
  readonly #c = new Float64Array(mostLearnt);
  readonly #sizes = new Float64Array(mostLearnt);
  readonly #sorted = new Float64Array(mostLearnt);
  #count = 0;
  #wa = 0;
  #wb = 0;
  #wc = 0;
  /** The robust standard deviation of the misses. */
  scale = 0;

  constructor(plain: Weights) {
    this.#plain = plain;
    this.forget();
  }

  /** Back to the plain weights. */
  forget(): void {
    const [a, b, c] = this.#plain;
    this.#wa = a;
    this.#wb = b;
    this.#wc = c;
    this.scale = 0;
  }

  clear(): void {
    this.#count = 0;
  }

  add(target: number, a: number, b: number, c: number): void {
    const at = this.#count;
    this.#targets[at] = target;
    this.#a[at] = a;
    this.#b[at] = b;
    this.#c[at] = c;
    this.#count = at + 1;
  }

  predict(a: number, b: number, c: number): number {
    return this.#wa * a + this.#wb * b + this.#wc * c;
  }

  learn(): void {
    this.forget();
    this.#measure();
    for (let round = 0; round < rounds && this.scale > 0; round += 1) {
      this.#solve();
      this.#measure();
    }
  }

  #measure(): void {
    const count = this.#count;
    for (let i = 0; i < count; i += 1) {
      const said = this.predict(this.#a[i] ?? 0, this.#b[i] ?? 0, this.#c[i] ?? 0);
      const size = Math.abs((this.#targets[i] ?? 0) - said);
      this.#sizes[i] = size;
      this.#sorted[i] = size;
    }
    this.scale = count > 0 ? deviationByMedian * select(this.#sorted, count, count >> 1) : 0;
  }

  #solve(): void {
    const knee = kneeDeviations * this.scale;
    const [p, q, r] = this.#plain;
    let aa = 0;
    let ab = 0;
    let ac = 0;
    let bb = 0;
    let bc = 0;
    let cc = 0;
    let ay = 0;
    let by = 0;
    let cy = 0;
    for (let i = 0; i < this.#count; i += 1) {
      const size = this.#sizes[i] ?? 0;
      const weight = size > knee ? knee / size : 1;
      const a = this.#a[i] ?? 0;
      const b = this.#b[i] ?? 0;
      const c = this.#c[i] ?? 0;
      const y = weight * ((this.#targets[i] ?? 0) - p * a - q * b - r * c);
      aa += weight * a * a;
      ab += weight * a * b;
      ac += weight * a * c;
      bb += weight * b * b;
      bc += weight * b * c;
      cc += weight * c * c;
      ay += a * y;
      by += b * y;
      cy += c * y;
    }
    const ridge = (plainPlaces * (aa + bb + cc)) / (3 * this.#count) + Number.MIN_VALUE;
    aa += ridge;
    bb += ridge;
    cc += ridge;
    const [ka, kb, kc] = [bb * cc - bc * bc, ab * cc - bc * ac, ab * bc - bb * ac];
    const determinant = aa * ka - ab * kb + ac * kc;
    if (!(determinant > 0)) return;
    this.#wa = p + (ay * ka - ab * (by * cc - bc * cy) + ac * (by * bc - bb * cy)) / determinant;
    this.#wb = q + (aa * (by * cc - bc * cy) - ay * kb + ac * (ab * cy - by * ac)) / determinant;
    this.#wc = r + (aa * (bb * cy - by * bc) - ab * (ab * cy - by * ac) + ay * kc) / determinant;
  }
}
