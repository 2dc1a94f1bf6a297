/**
 * The natural cubic spline through (x, y), x ascending and at least two, at `count` places from `first` on, `step` apart,
 * all within x.
 */
export function splineAt(
  x: Float64Array,
  y: ArrayLike<number>,
  { first, step, count }: { readonly first: number; readonly step: number; readonly count: number },
): Float64Array {
  const bend = secondDerivatives(x, y);
  const values = new Float64Array(count);
  let i = 0;
  for (let piece = 0; piece + 1 < x.length && i < count; piece += 1) {
    const from = x[piece] ?? 0;
    const to = x[piece + 1] ?? 0;
    const width = to - from;
    const y0 = y[piece] ?? 0;
    const y1 = y[piece + 1] ?? 0;
    const bend0 = ((bend[piece] ?? 0) * width * width) / 6;
    const bend1 = ((bend[piece + 1] ?? 0) * width * width) / 6;
    const isLast = piece + 2 === x.length;
    for (let at = first + i * step; i < count && (at < to || isLast); at = first + i * step) {
      const b = (at - from) / width;
      const a = 1 - b;
      values[i] = a * y0 + b * y1 + a * (a * a - 1) * bend0 + b * (b * b - 1) * bend1;
      i += 1;
    }
  }
  return values;
}

/** By elimination of the three diagonals; 0 at both ends. */
function secondDerivatives(x: Float64Array, y: ArrayLike<number>): Float64Array {
  const bend = new Float64Array(x.length);
  const carried = new Float64Array(x.length);
  for (let i = 1; i < x.length - 1; i += 1) {
    const left = (x[i] ?? 0) - (x[i - 1] ?? 0);
    const right = (x[i + 1] ?? 0) - (x[i] ?? 0);
    const share = left / (left + right);
    const pivot = share * (bend[i - 1] ?? 0) + 2;
    const turn = ((y[i + 1] ?? 0) - (y[i] ?? 0)) / right - ((y[i] ?? 0) - (y[i - 1] ?? 0)) / left;
    bend[i] = (share - 1) / pivot;
    carried[i] = ((6 * turn) / (left + right) - share * (carried[i - 1] ?? 0)) / pivot;
  }
  for (let i = x.length - 2; i >= 0; i -= 1) {
    bend[i] = (bend[i] ?? 0) * (bend[i + 1] ?? 0) + (carried[i] ?? 0);
  }
  return bend;
}
