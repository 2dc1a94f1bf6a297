/** Successive differences (ms) within segments. */
export function differences(segments: readonly (readonly number[])[]): number[] {
  const found: number[] = [];
  for (const rrIntervalsMs of segments) {
    for (let beat = 1; beat < rrIntervalsMs.length; beat += 1) {
      found.push((rrIntervalsMs[beat] ?? 0) - (rrIntervalsMs[beat - 1] ?? 0));
    }
  }
  return found;
}
