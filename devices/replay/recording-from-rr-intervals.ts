import type { RecordedSignal, Recording } from './recording.ts';

const PACKET_MS = 1000;
const BPM_WINDOW_MS = 4000;

/**
 * RR intervals (ms) as one packet a second, session-rules §8: the RR that ended in (t − 1 s, t], unrounded, and
 * bpm = round(60000 / mean of the RR that ended in (t − 4 s, t]); no packet where none ended. bpm is 0 ("no reading")
 * where that mean is 0.
 */
export function recordingFromRrIntervals(
  rrIntervalsMs: readonly number[],
  name: string,
): Recording {
  const endsMs = runningSum(rrIntervalsMs);
  const signals: RecordedSignal[] = [
    { atMs: 0, signal: { type: 'link', link: { status: 'connected', name } } },
  ];
  let packetMs = 0;
  let windowFrom = 0;
  for (let from = 0, to = 0; from < rrIntervalsMs.length; from = to) {
    packetMs = packetDueMs(endsMs[from] ?? 0);
    to = from + 1;
    while (to < endsMs.length && packetDueMs(endsMs[to] ?? 0) === packetMs) to += 1;
    while (windowFrom < from && (endsMs[windowFrom] ?? 0) <= packetMs - BPM_WINDOW_MS)
      windowFrom += 1;
    const measurement = {
      bpm: meanBpm(rrIntervalsMs, windowFrom, to),
      rrIntervalsMs: rrIntervalsMs.slice(from, to),
    };
    signals.push({ atMs: packetMs, signal: { type: 'measurement', measurement } });
  }
  return { source: name, signals, durationMs: packetMs };
}

function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function packetDueMs(endMs: number): number {
  return Math.ceil(endMs / PACKET_MS) * PACKET_MS;
}

function meanBpm(rrIntervalsMs: readonly number[], from: number, to: number): number {
  let sumMs = 0;
  for (let i = from; i < to; i += 1) sumMs += rrIntervalsMs[i] ?? 0;
  return sumMs > 0 ? Math.round((60_000 * (to - from)) / sumMs) : 0;
}
