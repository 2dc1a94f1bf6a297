/** What one would write by hand for speed alone: one pass a task, typed arrays, nothing checked. */

export function floorAlpha1(rrMs: Float64Array, from: number, to: number): number {
  const beats = to - from;
  let mean = 0;
  for (let i = from; i < to; i += 1) mean += rrMs[i] as number;
  mean /= beats;
  const y = new Float64Array(beats);
  let sum = 0;
  for (let i = 0; i < beats; i += 1) {
    sum += (rrMs[from + i] as number) - mean;
    y[i] = sum;
  }
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let n = 4; n <= 16; n += 1) {
    const count = Math.floor(beats / n);
    const middle = (n - 1) / 2;
    const spread = (n * (n * n - 1)) / 12;
    let residual = 0;
    for (let box = 0; box < count; box += 1) {
      let by = 0;
      let bxy = 0;
      let byy = 0;
      for (let k = 0; k < n; k += 1) {
        const value = y[box * n + k] as number;
        by += value;
        bxy += (k - middle) * value;
        byy += value * value;
      }
      residual += byy - (by * by) / n - (bxy * bxy) / spread;
    }
    const x = Math.log(n);
    const f = 0.5 * Math.log(residual / (count * n));
    sx += x;
    sy += f;
    sxx += x * x;
    sxy += x * f;
  }
  return (13 * sxy - sx * sy) / (13 * sxx - sx * sx);
}

/** The 20 % rule, then RMSSD and alpha1 of each window. */
export function floorWindows(
  given: readonly number[],
  windowS: number,
  stepS: number,
): { readonly rmssd: number; readonly alpha1: number } {
  const rrMs = Float64Array.from(given);
  const ends = new Float64Array(rrMs.length);
  let end = 0;
  let last = rrMs[0] as number;
  for (let i = 0; i < rrMs.length; i += 1) {
    const value = rrMs[i] as number;
    end += value;
    ends[i] = end;
    if (Math.abs(value - last) > 0.2 * last) rrMs[i] = last;
    last = value;
  }
  let [from, to, rmssd, alpha1] = [0, 0, 0, 0];
  for (let start = 0; (start + windowS) * 1000 <= end; start += stepS) {
    while ((ends[from] as number) <= start * 1000) from += 1;
    while (to < ends.length && (ends[to] as number) <= (start + windowS) * 1000) to += 1;
    let squares = 0;
    for (let i = from + 1; i < to; i += 1) {
      const difference = (rrMs[i] as number) - (rrMs[i - 1] as number);
      squares += difference * difference;
    }
    rmssd = Math.sqrt(squares / (to - from - 1));
    alpha1 = floorAlpha1(rrMs, from, to);
  }
  return { rmssd, alpha1 };
}
