/** The quantile `share` (0–1) of ascending values, linear between neighbours; NaN of none. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const at = (ascending.length - 1) * share;
  const below = Math.floor(at);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (high - low) * (at - below);
}

/** The median; NaN of none. */
export const median = (values: readonly number[]): number =>
  quantile(Float64Array.from(values).sort(), 0.5);
