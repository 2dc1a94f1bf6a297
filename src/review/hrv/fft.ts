/** The discrete Fourier transform of one length, a power of two: in place, radix 2. */
export function fourier(length: number): (real: Float64Array, imaginary: Float64Array) => void {
  const angles = Float64Array.from({ length: length / 2 }, (_, k) => (2 * Math.PI * k) / length);
  const cosines = angles.map(Math.cos);
  const sines = angles.map((angle) => -Math.sin(angle));
  const reversed = reversedBits(length);
  return (real, imaginary) => {
    reorder(real, reversed);
    reorder(imaginary, reversed);
    for (let half = 1; half < length; half *= 2) combine(real, imaginary, half, cosines, sines);
  };
}

/** Joins transforms of `half` values, two by two. */
function combine(
  real: Float64Array,
  imaginary: Float64Array,
  half: number,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const stride = cosines.length / half;
  for (let k = 0; k < half; k += 1) {
    const cos = cosines[k * stride] ?? 1;
    const sin = sines[k * stride] ?? 0;
    for (let even = k; even < real.length; even += 2 * half) {
      const odd = even + half;
      const oddRe = real[odd] ?? 0;
      const oddIm = imaginary[odd] ?? 0;
      const re = oddRe * cos - oddIm * sin;
      const im = oddRe * sin + oddIm * cos;
      const evenRe = real[even] ?? 0;
      const evenIm = imaginary[even] ?? 0;
      real[odd] = evenRe - re;
      imaginary[odd] = evenIm - im;
      real[even] = evenRe + re;
      imaginary[even] = evenIm + im;
    }
  }
}

function reversedBits(length: number): Uint32Array {
  const reversed = new Uint32Array(length);
  for (let at = 1; at < length; at += 1) {
    reversed[at] = ((reversed[at >> 1] ?? 0) >> 1) | (at & 1 ? length >> 1 : 0);
  }
  return reversed;
}

function reorder(values: Float64Array, reversed: Uint32Array): void {
  for (let at = 0; at < values.length; at += 1) {
    const other = reversed[at] ?? 0;
    if (other <= at) continue;
    const kept = values[at] ?? 0;
    values[at] = values[other] ?? 0;
    values[other] = kept;
  }
}
