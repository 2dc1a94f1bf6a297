import { trustedMs } from './pulse-between.ts';
import { tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';

/** Percent of a session or lap of `endMs` for which the pulse within it was known. */
export function coverage(pulse: readonly TrustedSpan[], endMs: number): number | Unavailable {
  if (endMs <= 0) return { unavailable: 'the session has no length' };
  return tenths((trustedMs(pulse) / endMs) * 100);
}
