import type { Beats } from './beats.ts';

/** Made-up beats in a row, which keep their sum; a lone one has none to keep. */
export type Hole = { readonly at: number; readonly beats: number };

/** Those of beats `from` up to but without `to`, counted from `from`. */
export function holesOf({ hole }: Beats, from: number, to: number): Hole[] {
  const holes: Hole[] = [];
  for (let at = from; at < to; at += 1) {
    const beats = Math.min(hole[at] ?? 0, to - at);
    if (beats > 0) holes.push({ at: at - from, beats });
  }
  return holes;
}

/** How many ways there are to share out the sum of a hole; a lone beat is free. */
export const shiftsOf = ({ beats }: Hole): number => Math.max(1, beats - 1);

/** Each shift makes its beat longer and the next one shorter; that of a lone beat only makes it longer. */
export function lengthening(hole: Hole, shifts: Float64Array, beat: number): number {
  return (beat < shiftsOf(hole) ? (shifts[beat] ?? 0) : 0) - (shifts[beat - 1] ?? 0);
}

/** What shifts add to the differences, from that of the first beat to that of the beat after the hole. */
export function addedDifferences(hole: Hole, shifts: Float64Array): Float64Array {
  const differences = new Float64Array(hole.beats + 1);
  let before = 0;
  for (let i = 0; i < hole.beats; i += 1) {
    const here = lengthening(hole, shifts, i);
    differences[i] = here - before;
    before = here;
  }
  differences[hole.beats] = -before;
  return differences;
}
