import type { DatedSession } from '../carried-session.ts';
import { byteBpm } from '../pulse-of.ts';
import { closing } from './closing.ts';
import { FitWriter, u8Field, u32Field } from './fit-writer.ts';
import { type Mark, marksOf } from './marks.ts';
import { opening } from './opening.ts';
import { base, epochSeconds, field, message, timestamp } from './profile.ts';
import { fitSportOf } from './sports.ts';

/** Local message numbers: 0 and 1 are the many. */
const local = { record: 0, hrv: 1 } as const;
const hrvSize = 5;
const none16 = 0xffff;
const none8 = 0xff;

/**
 * A session as a FIT activity: one record a second with the newest trusted pulse, and before it the RR intervals that
 * came with it, in arrays of five; laps, timer stops, alerts. `app` is the version in hundredths.
 */
export function encodeFit(session: DatedSession, app: number): Uint8Array {
  const writer = new FitWriter();
  const startS = fitSeconds(Date.parse(session.startedAt));
  const sport = fitSportOf(session.sport, session.isDemanding);
  opening(writer, session, { startS, sport, app });
  writer.define(local.record, message.record, [
    u32Field(timestamp),
    u8Field(field.record.heartRate),
  ]);
  writer.define(local.hrv, message.hrv, [[field.hrv.time, hrvSize * 2, base.uint16]]);
  const marks = marksOf(session, { startS, sport });
  writePoints(writer, session, marks);
  closing(writer, session, { startS, sport });
  return writer.finish();
}

/** A moment of Unix, in ms, in FIT's whole seconds. */
const fitSeconds = (unixMs: number): number => Math.floor(unixMs / 1000) - epochSeconds;

function writePoints(writer: FitWriter, session: DatedSession, marks: readonly Mark[]): void {
  const { points } = session;
  const originMs = Date.parse(session.startedAt);
  let next = 0;
  const flush = (untilMs: number): void => {
    for (let mark = marks[next]; mark !== undefined && mark.atMs <= untilMs; mark = marks[next]) {
      mark.write(writer);
      next += 1;
    }
  };
  for (let at = 0; at < points.length; ) {
    const firstMs = points[at]?.atMs ?? 0;
    const second = fitSeconds(originMs + firstMs);
    flush(firstMs);
    const untilMs = (second + epochSeconds + 1) * 1000 - originMs;
    let bpm: number | undefined;
    for (let point = points[at]; point !== undefined && point.atMs < untilMs; point = points[at]) {
      bpm = byteBpm(point.bpm) ?? bpm;
      if (point.rrIntervalsMs.length > 0) writeBeats(writer, point.rrIntervalsMs);
      at += 1;
    }
    writer.data(local.record);
    writer.u32(second);
    writer.u8(bpm ?? none8);
  }
  flush(Number.POSITIVE_INFINITY);
}

function writeBeats(writer: FitWriter, rrIntervalsMs: readonly number[]): void {
  for (let from = 0; from < rrIntervalsMs.length; from += hrvSize) {
    writer.data(local.hrv);
    for (let each = from; each < from + hrvSize; each += 1) {
      const ms = rrIntervalsMs[each];
      writer.u16(ms === undefined ? none16 : Math.round(ms));
    }
  }
}
