import { Around, type Target } from './around.ts';
import { Fit, mostLearnt, type Weights } from './robust-fit.ts';

/**
 * Where the prediction misses (ms) at each place, how far it usually does there (robust standard deviation, ms), and how
 * far nine in ten do at most; `rareMs` is what but one in twenty of the places are themselves. 0 where nothing was learnt,
 * and the last two where no miss of the block comes near the floor.
 */
export type Residuals = {
  readonly ms: Float64Array;
  readonly scaleMs: Float64Array;
  readonly tailMs: Float64Array;
  readonly rareMs: Float64Array;
};

const blockBeats = 64;
const asideBeats = (mostLearnt - blockBeats) / 2;
const suspectRounds = 4;
const suspectScales = 2.5;
/** A spoilt place spoils the predictions of so many beside it. */
const besideSuspect = 2;
const mostSuspect = 0.6;
/** Below this share of a floor the plain prediction leaves no doubt. */
const plainShare = 0.8;

/** Weights of the three regressors where nothing is learnt: a straight line, or the mean of four. */
const plainWeights = {
  'pair-difference': [-1 / 3, 0, 0],
  'pair-sum': [-1 / 2, 0, 0],
  beat: [-1 / 4, 0, 0],
} as const;

/**
 * Predicts places of a stretch from the beats on either side, by weights fitted robustly to the 160 beats around (Huber
 * 1964): what breathes, alternates or climbs is predicted, what breaks the pattern is not.
 */
export class Prediction {
  readonly #around: Around;
  readonly #floorMs: (at: number) => number;
  readonly #fit: Fit;
  readonly #isOut: Uint8Array;
  readonly #weights: Weights[] = [];
  readonly residuals: Residuals;

  /** Blocks where the plain prediction never misses by `floorMs` are not fitted; beats of `isMadeUp` are not learnt from. */
  private constructor(target: Target, rrMs: Float64Array, floorMs: (at: number) => number) {
    this.#around = new Around(target, rrMs.length);
    this.#floorMs = floorMs;
    this.#fit = new Fit(plainWeights[target]);
    this.#isOut = new Uint8Array(rrMs.length);
    this.residuals = {
      ms: new Float64Array(rrMs.length),
      scaleMs: new Float64Array(rrMs.length),
      tailMs: new Float64Array(rrMs.length),
      rareMs: new Float64Array(rrMs.length),
    };
  }

  /** The floor is a share of the local median. */
  static withFloor(
    target: Target,
    rrMs: Float64Array,
    medianMs: Float64Array,
    floor: number,
  ): Prediction {
    return new Prediction(target, rrMs, (at) => plainShare * floor * (medianMs[at] ?? 0));
  }

  /** What the three regressors weigh at a place. */
  weightsAt(at: number): Weights {
    return this.#weights[Math.floor(at / blockBeats)] ?? plainWeights[this.#around.of];
  }

  /** Predicts every block that reaches into [`from`, `to`), or of them those that hold one of `wanted`. */
  update(
    rrMs: Float64Array,
    isMadeUp: (at: number) => boolean,
    from: number,
    to: number,
    wanted?: readonly number[],
  ): void {
    this.#around.look(rrMs);
    const width = this.#around.of === 'beat' ? 1 : 2;
    const places = rrMs.length - width + 1;
    for (let at = 0; at < rrMs.length; at += 1) {
      this.#isOut[at] = isMadeUp(at) || (width === 2 && isMadeUp(at + 1)) ? 1 : 0;
    }
    const isWanted = wanted && blocksOf(wanted);
    const first = Math.max(0, Math.floor((from - asideBeats) / blockBeats)) * blockBeats;
    for (let block = first; block < Math.min(places, to + asideBeats); block += blockBeats) {
      if (isWanted?.has(block) === false) continue;
      this.#predict(block, Math.min(places, block + blockBeats), places);
    }
  }

  #predict(from: number, to: number, places: number): void {
    const { ms, scaleMs, tailMs, rareMs } = this.residuals;
    this.#fit.forget();
    const isLearnt = this.#missesByFloor(from, to);
    if (isLearnt) {
      this.#learn(Math.max(0, from - asideBeats), Math.min(places, to + asideBeats));
    }
    const isJudged = isLearnt && this.#missesByFloor(from, to);
    this.#weights[from / blockBeats] = this.#fit.weights();
    for (let at = from; at < to; at += 1) ms[at] = this.#missAt(at);
    scaleMs.fill(this.#fit.scale, from, to);
    tailMs.fill(isJudged ? this.#fit.tail() : 0, from, to);
    rareMs.fill(isJudged ? this.#fit.rare() : 0, from, to);
  }

  #missesByFloor(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      if (Math.abs(this.#missAt(at)) > this.#floorMs(at)) return true;
    }
    return false;
  }

  /** Fits, leaves out what stands out by that fit, and fits again, until nothing more does. */
  #learn(from: number, to: number): void {
    const isOut = this.#isOut.slice(from, to);
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
      if (Math.abs(this.#missAt(at)) > Math.max(least, this.#floorMs(at))) suspects.push(i);
    }
    for (const i of suspects) isOut.fill(1, Math.max(0, i - besideSuspect), i + besideSuspect + 1);
    let out = 0;
    for (let i = 0; i < isOut.length; i += 1) out += isOut[i] ?? 0;
    return out;
  }

  #missAt(at: number): number {
    const { target, first, second, third } = this.#around;
    return (target[at] ?? 0) - this.#fit.predict(first[at] ?? 0, second[at] ?? 0, third[at] ?? 0);
  }
}

const blocksOf = (places: readonly number[]): ReadonlySet<number> =>
  new Set(places.map((at) => at - (at % blockBeats)));
