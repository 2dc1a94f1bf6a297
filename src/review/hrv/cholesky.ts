/** The factor L of a positive definite matrix takes the place of its lower half; false where it is not definite. */
export function factor(low: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      low[i * size + j] = left(low, size, i, j) / (low[j * size + j] ?? 1);
    }
    const square = left(low, size, i, i);
    if (!(square > 0)) return false;
    low[i * size + i] = Math.sqrt(square);
  }
  return true;
}

/** Of a product what the columns before `j` leave. */
function left(low: Float64Array, size: number, i: number, j: number): number {
  let sum = low[i * size + j] ?? 0;
  for (let k = 0; k < j; k += 1) sum -= (low[i * size + k] ?? 0) * (low[j * size + k] ?? 0);
  return sum;
}

/** Solves L x = right in place. */
export function forward(low: Float64Array, size: number, right: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (low[i * size + k] ?? 0) * (right[k] ?? 0);
    right[i] = sum / (low[i * size + i] ?? 1);
  }
}

/** Solves Lᵀ x = right in place. */
export function backward(low: Float64Array, size: number, right: Float64Array): void {
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = right[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (low[k * size + i] ?? 0) * (right[k] ?? 0);
    right[i] = sum / (low[i * size + i] ?? 1);
  }
}
