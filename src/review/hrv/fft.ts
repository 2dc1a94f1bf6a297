/** The discrete Fourier transform of one length, a power of two: in place, radix 2. */
export function fourier(length: number): (real: Float64Array, imaginary: Float64Array) => void {
  const cosines = Float64Array.from({ length: length / 2 }, (_, k) =>
    Math.cos((2 * Math.PI * k) / length),
  );
  const sines = Float64Array.from(
    { length: length / 2 },
    (_, k) => -Math.sin((2 * Math.PI * k) / length),
  );
  return (real, imaginary) => {
    reverseBits(real, imaginary);
    for (let size = 2; size <= length; size *= 2) {
      const [half, stride] = [size / 2, length / size];
      for (let k = 0; k < half; k += 1) {
        const [cos, sin] = [cosines[k * stride] ?? 1, sines[k * stride] ?? 0];
        for (let even = k; even < length; even += size)
          butterfly(real, imaginary, even, even + half, cos, sin);
      }
    }
  };
}

function butterfly(
  real: Float64Array,
  imaginary: Float64Array,
  even: number,
  odd: number,
  cos: number,
  sin: number,
): void {
  const re = (real[odd] ?? 0) * cos - (imaginary[odd] ?? 0) * sin;
  const im = (real[odd] ?? 0) * sin + (imaginary[odd] ?? 0) * cos;
  const [evenRe, evenIm] = [real[even] ?? 0, imaginary[even] ?? 0];
  real[odd] = evenRe - re;
  imaginary[odd] = evenIm - im;
  real[even] = evenRe + re;
  imaginary[even] = evenIm + im;
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  for (let at = 1, reversed = 0; at < real.length; at += 1) {
    let bit = real.length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (at < reversed) {
      swap(real, at, reversed);
      swap(imaginary, at, reversed);
    }
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = kept;
}
