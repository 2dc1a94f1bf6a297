/** The median of the `width` values (odd) centred on each; the window shrinks at both ends. */
export function rollingMedian(values: ArrayLike<number>, width: number): Float64Array {
  const reach = (width - 1) / 2;
  const medians = new Float64Array(values.length);
  const ascending = new Float64Array(width);
  let held = 0;
  for (let right = 0; right < values.length + reach; right += 1) {
    const newest = values[right];
    const oldest = values[right - width];
    if (newest !== undefined && oldest !== undefined) replace(ascending, oldest, newest);
    else if (newest !== undefined) held = inserted(ascending, held, newest);
    else if (oldest !== undefined) held = removed(ascending, held, oldest);
    const centre = right - reach;
    if (centre >= 0) medians[centre] = middleOf(ascending, held);
  }
  return medians;
}

function middleOf(ascending: Float64Array, held: number): number {
  const half = held >> 1;
  const upper = ascending[half] ?? 0;
  return held % 2 === 1 ? upper : ((ascending[half - 1] ?? 0) + upper) / 2;
}

function inserted(ascending: Float64Array, held: number, value: number): number {
  let at = held;
  while (at > 0 && (ascending[at - 1] ?? 0) > value) {
    ascending[at] = ascending[at - 1] ?? 0;
    at -= 1;
  }
  ascending[at] = value;
  return held + 1;
}

function removed(ascending: Float64Array, held: number, value: number): number {
  let at = 0;
  while (at < held - 1 && ascending[at] !== value) at += 1;
  for (; at < held - 1; at += 1) ascending[at] = ascending[at + 1] ?? 0;
  return held - 1;
}

/** In a full window: what lies between the two values moves by one. */
function replace(ascending: Float64Array, oldest: number, newest: number): void {
  let at = 0;
  while (at < ascending.length - 1 && ascending[at] !== oldest) at += 1;
  while (at < ascending.length - 1 && (ascending[at + 1] ?? 0) < newest) {
    ascending[at] = ascending[at + 1] ?? 0;
    at += 1;
  }
  while (at > 0 && (ascending[at - 1] ?? 0) > newest) {
    ascending[at] = ascending[at - 1] ?? 0;
    at -= 1;
  }
  ascending[at] = newest;
}
