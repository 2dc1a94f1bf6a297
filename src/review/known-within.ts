import { pulseBetween, trustedMs } from './pulse-between.ts';
import { longestHoldMs, type TrustedSpan } from './trusted-pulse.ts';

/** Milliseconds of a lap for which the pulse was known; what was measured just before it still holds as it begins. */
export function knownWithinMs(
  pulse: readonly TrustedSpan[],
  { startS, endS }: { readonly startS: number; readonly endS: number },
): number {
  const [fromMs, toMs] = [startS * 1000, endS * 1000];
  const within = pulseBetween(pulse, fromMs - longestHoldMs, toMs).flatMap((span) =>
    span.endMs > fromMs ? [{ ...span, startMs: Math.max(span.startMs, fromMs) }] : [],
  );
  return trustedMs(within);
}
