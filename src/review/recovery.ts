import type { LastEffort } from './last-effort.ts';
import { pulseBetween, trustedMs } from './pulse-between.ts';
import { seconds, tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import { isUnavailable, type Unavailable } from './unavailable.ts';

const windowMs = 10_000;
/** A mean of less than this says little of a pulse that breathing swings by ten. */
const leastKnownMs = 7500;

/** How far the pulse fell after the last effort, in bpm; negative where it rose. */
export type Recovery = {
  readonly effortEndS: number | Unavailable;
  /** Mean of the last 10 s of the effort. */
  readonly effortEndBpm: number | Unavailable;
  readonly hrr60Bpm: number | Unavailable;
  readonly hrr120Bpm: number | Unavailable;
};

/** HRR60 and HRR120 (analytics §8): the mean of the last 10 s of effort less the mean of the 10 s around 60 s and 120 s later. */
export function recovery(
  pulse: readonly TrustedSpan[],
  effort: LastEffort | undefined,
  endMs: number,
): Recovery {
  if (effort === undefined) {
    const none: Unavailable = { unavailable: 'no effort of light or more was done' };
    return { effortEndS: none, effortEndBpm: none, hrr60Bpm: none, hrr120Bpm: none };
  }
  const fromMs = Math.max(effort.startMs, effort.endMs - windowMs);
  const atEnd = meanBpm(pulse, fromMs, effort.endMs, 'at the end of the effort');
  const fallAfter = (afterS: number): number | Unavailable => {
    if (isUnavailable(atEnd)) return atEnd;
    const later = meanAfter(pulse, effort.endMs, afterS, endMs);
    return isUnavailable(later) ? later : tenths(atEnd - later);
  };
  return {
    effortEndS: seconds(effort.endMs),
    effortEndBpm: isUnavailable(atEnd) ? atEnd : tenths(atEnd),
    hrr60Bpm: fallAfter(60),
    hrr120Bpm: fallAfter(120),
  };
}

function meanAfter(
  pulse: readonly TrustedSpan[],
  effortEndMs: number,
  afterS: number,
  endMs: number,
): number | Unavailable {
  const fromMs = effortEndMs + afterS * 1000 - windowMs / 2;
  const toMs = fromMs + windowMs;
  if (toMs > endMs) return { unavailable: `the session ended less than ${afterS + 5} s after it` };
  return meanBpm(pulse, fromMs, toMs, `${afterS} s after it`);
}

function meanBpm(
  pulse: readonly TrustedSpan[],
  fromMs: number,
  toMs: number,
  when: string,
): number | Unavailable {
  const within = pulseBetween(pulse, fromMs, toMs).filter(({ startMs }) => startMs > fromMs);
  if (trustedMs(within) < leastKnownMs) return { unavailable: `the pulse was not known ${when}` };
  return within.reduce((sum, { bpm }) => sum + bpm, 0) / within.length;
}
