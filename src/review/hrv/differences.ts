/** Successive differences (ms) within segments; one that touches a beat for which `isLeftOut` holds is not among them. */
export function differences(
  segments: readonly (readonly number[])[],
  isLeftOut: (segment: number, beat: number) => boolean = () => false,
): number[] {
  const found: number[] = [];
  for (const [segment, rrIntervalsMs] of segments.entries()) {
    for (let beat = 1; beat < rrIntervalsMs.length; beat += 1) {
      if (isLeftOut(segment, beat - 1) || isLeftOut(segment, beat)) continue;
      found.push((rrIntervalsMs[beat] ?? 0) - (rrIntervalsMs[beat - 1] ?? 0));
    }
  }
  return found;
}
