import type { TrustedSpan } from './trusted-pulse.ts';

/** The measurements that came in [fromMs, toMs], both ends included, each held no longer than `toMs`. */
export function pulseBetween(
  pulse: readonly TrustedSpan[],
  fromMs: number,
  toMs: number,
): TrustedSpan[] {
  const within: TrustedSpan[] = [];
  for (let at = firstFrom(pulse, fromMs); at < pulse.length; at += 1) {
    const span = pulse[at];
    if (span === undefined || span.startMs > toMs) break;
    const { startMs, endMs, bpm } = span;
    within.push(endMs > toMs ? { startMs, endMs: toMs, bpm } : span);
  }
  return within;
}

/** Milliseconds for which the pulse was known. */
export const trustedMs = (pulse: readonly TrustedSpan[]): number =>
  pulse.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

function firstFrom(pulse: readonly TrustedSpan[], fromMs: number): number {
  let low = 0;
  let high = pulse.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pulse[middle]?.startMs ?? fromMs) < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
