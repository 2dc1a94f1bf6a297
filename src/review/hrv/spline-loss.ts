import type { Spectrum } from './spectrum.ts';

/** Near half of the heart's own rate the beats tell nothing of a frequency; from here on the loss is held. */
const mostOfRate = 0.45;

/**
 * A cubic spline through beats `meanRrS` apart (seconds) weakens what is fast beside them: at f the amplitude is
 * sinc⁴(f·RR) · 3/(2 + cos 2πf·RR) of what it was (Unser 1999). Divides it out of the density.
 */
export function withoutSplineLoss({ binHz, density }: Spectrum, meanRrS: number): Spectrum {
  return {
    binHz,
    density: density.map((power, bin) => power / splineGain(bin * binHz * meanRrS) ** 2),
  };
}

function splineGain(cyclesPerBeat: number): number {
  const turn = Math.PI * Math.min(cyclesPerBeat, mostOfRate);
  const sinc = turn > 0 ? Math.sin(turn) / turn : 1;
  return (sinc ** 4 * 3) / (2 + Math.cos(2 * turn));
}
