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
  const [target, first, second, third] = [rrMs.slice(), rrMs.slice(), rrMs.slice(), rrMs.slice()];
  for (let at = 0, i = margin; at < rrMs.length; at += 1, i += 1) {
    const one = (padded[i - 1] ?? 0) + (padded[i + 1] ?? 0);
    const two = (padded[i - 2] ?? 0) + (padded[i + 2] ?? 0);
    const three = (padded[i - 3] ?? 0) + (padded[i + 3] ?? 0);
    const four = (padded[i - 4] ?? 0) + (padded[i + 4] ?? 0);
    target[at] = (padded[i] ?? 0) - one / 2;
    first[at] = one - two;
    second[at] = two - three;
    third[at] = three - four;
  }
  return { target, first, second, third };
}
