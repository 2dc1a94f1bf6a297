import type { Fact, FactOf } from '../../session/facts.ts';
import { median } from './quantile.ts';
import { type RrSegment, type RrSeries, sumOf } from './rr-series.ts';

const leastStepMs = 2500;
const stepBeats = 3;
/** A step that is still there after so many packets is none of the link's delays. */
const lastingPackets = 5;
const usualPackets = 15;

type Packet = { readonly atMs: number; readonly rrIntervalsMs: readonly number[] };

/**
 * The RR intervals of a session as segments. Beat time is the running sum, anchored at the arrival of the first packet; a
 * new segment begins after a lost link, after values that were not trusted, and where arrival and beat time have moved
 * apart for good: by more than max(2.5 s, 3 median RR), still after five packets.
 */
export function seriesFromFacts(facts: readonly Fact[]): RrSeries {
  const segments: RrSegment[] = [];
  let stretch: Packet[] = [];
  const close = (): void => {
    segments.push(...segmentsOf(stretch));
    stretch = [];
  };
  for (const fact of facts) {
    if (fact.type === 'session-ended') break;
    if (fact.type === 'measured' && fact.distrust === undefined) {
      if (fact.rrIntervalsMs.length > 0) stretch.push(fact);
    } else if (breaks(fact)) close();
  }
  close();
  return segments;
}

const breaks = (fact: Fact): boolean =>
  (fact.type === 'measured' && fact.distrust !== undefined) ||
  (fact.type === 'link-changed' && !isOnlyNews(fact));

/** A battery level or a hint of the same link is no reconnect. */
const isOnlyNews = ({ link }: FactOf<'link-changed'>): boolean => link.status === 'connected';

function segmentsOf(packets: readonly Packet[]): RrSegment[] {
  const segments: RrSegment[] = [];
  let from = 0;
  for (let at = nextStep(packets, from); from < packets.length; at = nextStep(packets, from)) {
    segments.push(segmentOf(packets.slice(from, at)));
    from = at;
  }
  return segments;
}

function segmentOf(packets: readonly Packet[]): RrSegment {
  const [first] = packets;
  const startMs = (first?.atMs ?? 0) - sumOf(first?.rrIntervalsMs ?? []);
  return { startMs, rrIntervalsMs: packets.flatMap(({ rrIntervalsMs }) => rrIntervalsMs) };
}

/** Where the segment that begins at packet `from` ends: the packet of the next lasting step, or the end. */
function nextStep(packets: readonly Packet[], from: number): number {
  const offsetsMs = offsets(packets, from);
  const rrMs = median(packets.slice(from, from + 60).flatMap((each) => each.rrIntervalsMs));
  const stepMs = Math.max(leastStepMs, stepBeats * rrMs);
  for (let i = 1; i + lastingPackets <= offsetsMs.length; i += 1) {
    const usualMs = median(offsetsMs.slice(Math.max(0, i - usualPackets), i));
    const isApart = (offsetMs: number): boolean => Math.abs(offsetMs - usualMs) > stepMs;
    if (isApart(offsetsMs[i] ?? 0) && offsetsMs.slice(i, i + lastingPackets + 1).every(isApart)) {
      return from + i;
    }
  }
  return packets.length;
}

/** Arrival less beat time, for each packet from `from` on. */
function offsets(packets: readonly Packet[], from: number): number[] {
  let beatMs = packets[from]?.atMs ?? 0;
  return packets.slice(from).map(({ atMs, rrIntervalsMs }, index) => {
    if (index > 0) beatMs += sumOf(rrIntervalsMs);
    return atMs - beatMs;
  });
}
