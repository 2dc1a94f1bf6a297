/** Beats that stand in for what is beyond an end: the end itself. */
const margin = 4;

/** For each beat of a stretch how far it is from the mean of its neighbours (ms), and by what that is predicted. */
export type Around = {
  readonly target: Float64Array;
  /** Twice the mean of the beats 1, 2 and 3 aside, each less the next, so that the level falls out. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
};

export function around(rrMs: Float64Array): Around {
  const padded = new Float64Array(rrMs.length + 2 * margin);
  padded.set(rrMs, margin);
  padded.fill(rrMs[0] ?? 0, 0, margin);
  padded.fill(rrMs.at(-1) ?? 0, margin + rrMs.length);
  const aside = (at: number, beats: number): number =>
    (padded[at + margin - beats] ?? 0) + (padded[at + margin + beats] ?? 0);
  const sums = (beats: number) =>
    Float64Array.from(rrMs, (_, at) => aside(at, beats) - aside(at, beats + 1));
  const target = rrMs.map((ms, at) => ms - aside(at, 1) / 2);
  return { target, first: sums(1), second: sums(2), third: sums(3) };
}
