import type { Fact } from '../../session/facts.ts';
import type { SessionHeader } from '../../session/header.ts';
import { carriedFrom } from '../carried-from.ts';
import type { CarriedLap, DatedSession } from '../carried-session.ts';
import { originText } from '../origin-text.ts';
import { textCell } from './cells.ts';
import { columns, mark } from './columns.ts';
import { localIso } from './local-iso.ts';

type Row = {
  readonly atMs: number;
  readonly bpm?: number;
  readonly rrIntervalsMs?: readonly number[];
  readonly trust?: string;
  readonly event?: string;
  readonly detail?: string;
};

/** A journal as CSV (RFC 4180, CRLF): every measurement, trusted or not, and what happened between them, in order of time. */
export function encodeCsv(header: SessionHeader, facts: readonly Fact[]): string {
  const session = carriedFrom(header, facts);
  const rows = [...eventRows(session), ...measuredRows(facts, session.endMs)];
  const first: Row = { atMs: 0, event: mark.sessionBegan, detail: session.title ?? '' };
  const last: Row = { atMs: session.endMs, event: mark.sessionEnded };
  const origin: Row[] =
    session.origin === undefined
      ? []
      : [{ atMs: session.endMs, event: mark.writtenFrom, detail: originText(session.origin) }];
  const ordered = [first, ...rows.sort((a, b) => a.atMs - b.atMs), ...origin, last];
  const lines = [columns.map(textCell).join(','), ...ordered.map((row) => lineOf(session, row))];
  return lines.map((line) => `${line}\r\n`).join('');
}

function lineOf({ startedAt, utcOffsetMinutes }: DatedSession, row: Row): string {
  const { atMs, bpm, rrIntervalsMs = [], trust = '', event = '', detail = '' } = row;
  const unixMs = Date.parse(startedAt) + Math.round(atMs);
  return [
    localIso(unixMs, utcOffsetMinutes),
    String(Math.round(atMs) / 1000),
    bpm === undefined ? '' : String(bpm),
    rrIntervalsMs.map(thousandths).join(' '),
    trust,
    event,
    textCell(detail),
  ].join(',');
}

const thousandths = (ms: number): string => String(Math.round(ms * 1000) / 1000);

const measuredRows = (facts: readonly Fact[], endMs: number): Row[] =>
  facts.flatMap((fact): Row[] => {
    if (fact.type !== 'measured' || Math.round(fact.atMs) > endMs) return [];
    const { atMs, bpm, rrIntervalsMs, distrust } = fact;
    return [{ atMs, bpm, rrIntervalsMs, trust: distrust ?? 'trusted' }];
  });

/** Ends before beginnings, where both are at one moment; a lap without length has its end behind its beginning. */
function eventRows({ laps, pauses, warnings }: DatedSession): Row[] {
  return [
    ...laps.filter(hasLength).map(lapEnd),
    ...pauses.map(({ endMs }) => ({ atMs: endMs, event: mark.pauseEnded })),
    ...laps.flatMap((lap) => [
      { atMs: lap.startMs, event: mark.lapBegan, detail: lap.name },
      ...(hasLength(lap) ? [] : [lapEnd(lap)]),
    ]),
    ...pauses.map(({ startMs }) => ({ atMs: startMs, event: mark.pauseBegan })),
    ...warnings.flatMap(({ level, startS, endS, peakBpm }) => [
      { atMs: startS * 1000, event: mark.warningBegan, detail: level },
      { atMs: endS * 1000, event: mark.warningEnded, detail: `${level}, peak ${peakBpm} bpm` },
    ]),
  ];
}

const hasLength = ({ startMs, endMs }: CarriedLap): boolean => endMs > startMs;

const lapEnd = ({ endMs, name }: CarriedLap): Row => ({
  atMs: endMs,
  event: mark.lapEnded,
  detail: name,
});
