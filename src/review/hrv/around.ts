/** What is predicted of a place: the difference of the pair that begins there, its sum, or the one beat. */
export type Target = 'pair-difference' | 'pair-sum' | 'beat';

/** Beats that stand in for what is beyond an end: the end itself. */
const margin = 5;

/** For each place of a stretch what is predicted (ms), and the three things it is predicted from: the beats 1, 2, 3 aside. */
export class Around {
  readonly of: Target;
  readonly target: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
  readonly #rrMs: Float64Array;

  constructor(of: Target, beats: number) {
    this.of = of;
    this.target = new Float64Array(beats);
    this.first = new Float64Array(beats);
    this.second = new Float64Array(beats);
    this.third = new Float64Array(beats);
    this.#rrMs = new Float64Array(beats + 2 * margin);
  }

  look(rrMs: Float64Array): void {
    this.#rrMs.set(rrMs, margin);
    this.#rrMs.fill(rrMs[0] ?? 0, 0, margin);
    this.#rrMs.fill(rrMs.at(-1) ?? 0, margin + rrMs.length);
    if (this.of === 'pair-difference') this.#lookAtDifferences();
    else this.#lookAtSums(this.of === 'pair-sum' ? 1 : 0);
  }

  #lookAtDifferences(): void {
    const rrMs = this.#rrMs;
    for (let at = 0, i = margin; at < this.target.length; at += 1, i += 1) {
      this.target[at] = (rrMs[i + 1] ?? 0) - (rrMs[i] ?? 0);
      this.first[at] = (rrMs[i - 1] ?? 0) - (rrMs[i + 2] ?? 0);
      this.second[at] = (rrMs[i - 2] ?? 0) - (rrMs[i + 3] ?? 0);
      this.third[at] = (rrMs[i - 3] ?? 0) - (rrMs[i + 4] ?? 0);
    }
  }

  /** Sums of what is equally far on both sides, each less the next, so that the level falls out; `more` beats in the middle. */
  #lookAtSums(more: number): void {
    const rrMs = this.#rrMs;
    for (let at = 0, i = margin; at < this.target.length; at += 1, i += 1) {
      const middle = more === 1 ? (rrMs[i] ?? 0) + (rrMs[i + 1] ?? 0) : 2 * (rrMs[i] ?? 0);
      const one = (rrMs[i - 1] ?? 0) + (rrMs[i + more + 1] ?? 0);
      const two = (rrMs[i - 2] ?? 0) + (rrMs[i + more + 2] ?? 0);
      const three = (rrMs[i - 3] ?? 0) + (rrMs[i + more + 3] ?? 0);
      const four = (rrMs[i - 4] ?? 0) + (rrMs[i + more + 4] ?? 0);
      this.target[at] = (middle - one) / (2 - more);
      this.first[at] = one - two;
      this.second[at] = two - three;
      this.third[at] = three - four;
    }
  }
}
