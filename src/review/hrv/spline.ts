/**
 * The natural cubic spline through (x, y), x ascending, at `count` places from `first` on, `step` apart. Places outside
 * of x hold the nearest end.
 */
export function splineAt(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { first, step, count }: { readonly first: number; readonly step: number; readonly count: number },
): Float64Array {
  const bend = secondDerivatives(x, y);
  const values = new Float64Array(count);
  const last = x.length - 1;
  let piece = 0;
  for (let i = 0; i < count; i += 1) {
    const at = Math.min(Math.max(first + i * step, x[0] ?? 0), x[last] ?? 0);
    while (piece < last - 1 && (x[piece + 1] ?? 0) < at) piece += 1;
    const [x0 = 0, x1 = x0] = [x[piece], x[piece + 1]];
    const width = x1 - x0;
    const b = width > 0 ? (at - x0) / width : 0;
    const a = 1 - b;
    values[i] =
      a * (y[piece] ?? 0) +
      b * (y[piece + 1] ?? 0) +
      (((a ** 3 - a) * (bend[piece] ?? 0) + (b ** 3 - b) * (bend[piece + 1] ?? 0)) * width ** 2) /
        6;
  }
  return values;
}

/** By elimination of the three diagonals; 0 at both ends. */
function secondDerivatives(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const bend = new Float64Array(x.length);
  const carried = new Float64Array(x.length);
  for (let i = 1; i < x.length - 1; i += 1) {
    const [x0 = 0, x1 = 0, x2 = 0] = [x[i - 1], x[i], x[i + 1]];
    const [y0 = 0, y1 = 0, y2 = 0] = [y[i - 1], y[i], y[i + 1]];
    const share = (x1 - x0) / (x2 - x0);
    const pivot = share * (bend[i - 1] ?? 0) + 2;
    bend[i] = (share - 1) / pivot;
    const turn = (y2 - y1) / (x2 - x1) - (y1 - y0) / (x1 - x0);
    carried[i] = ((6 * turn) / (x2 - x0) - share * (carried[i - 1] ?? 0)) / pivot;
  }
  for (let i = x.length - 2; i >= 0; i -= 1) {
    bend[i] = (bend[i] ?? 0) * (bend[i + 1] ?? 0) + (carried[i] ?? 0);
  }
  return bend;
}
