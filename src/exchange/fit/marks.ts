import type { CarriedLap, DatedSession } from '../carried-session.ts';
import { pulseOf } from '../pulse-of.ts';
import { timerMs } from '../timer-ms.ts';
import {
  enumField,
  type FitWriter,
  textField,
  textSize,
  u8Field,
  u16Field,
  u32Field,
} from './fit-writer.ts';
import type { FitFrame } from './opening.ts';
import {
  event,
  eventType,
  field,
  intensity,
  message,
  messageIndex,
  ownField,
  timestamp,
} from './profile.ts';

/** Something between the records, and when it is due. */
export type Mark = { readonly atMs: number; readonly write: (writer: FitWriter) => void };

const lapLocal = 3;
const eventLocal = 4;
const none8 = 0xff;
const none16 = 0xffff;
const trigger = { manual: 0, sessionEnd: 7 } as const;
const groupOf = { caution: 0, over: 1 } as const;

/** Timer stops and starts, alerts of the guard and the ends of laps, in order of time. */
export function marksOf(session: DatedSession, frame: FitFrame): Mark[] {
  const originMs = Date.parse(session.startedAt) % 1000;
  const secondAt = (atMs: number): number => frame.startS + Math.floor((originMs + atMs) / 1000);
  const timer = (atMs: number, type: number): Mark =>
    eventMark(atMs, { second: secondAt(atMs), event: event.timer, type, data: 0, group: 0 });
  const marks: Mark[] = [
    timer(0, eventType.start),
    ...session.pauses.flatMap(({ startMs, endMs }) => [
      timer(startMs, eventType.stopAll),
      ...(endMs < session.endMs ? [timer(endMs, eventType.start)] : []),
    ]),
    ...session.warnings.flatMap(({ level, startS, endS, peakBpm }) => {
      const alert = { event: event.hrHighAlert, data: peakBpm, group: groupOf[level] };
      const [fromMs, toMs] = [startS * 1000, endS * 1000];
      return [
        eventMark(fromMs, { ...alert, second: secondAt(fromMs), type: eventType.marker }),
        eventMark(toMs, { ...alert, second: secondAt(toMs), type: eventType.stop }),
      ];
    }),
    ...session.laps.map((lap, index) => lapMark(session, frame, lap, { index, secondAt })),
    timer(session.endMs, eventType.stopAll),
  ];
  let isLapDefined = false;
  const outcomeSize = textSize(session.laps.map(({ outcome = '' }) => outcome));
  const defining = (mark: Mark, index: number): Mark => ({
    atMs: mark.atMs,
    write: (writer) => {
      if (index === 0) defineEvent(writer);
      if (!isLapDefined && session.laps.length > 0) defineLap(writer, outcomeSize);
      isLapDefined = true;
      mark.write(writer);
    },
  });
  return marks.sort((a, b) => a.atMs - b.atMs).map(defining);
}

type FitEvent = {
  readonly second: number;
  readonly event: number;
  readonly type: number;
  readonly data: number;
  readonly group: number;
};

function eventMark(atMs: number, { second, event, type, data, group }: FitEvent): Mark {
  return {
    atMs,
    write: (writer) => {
      writer.data(eventLocal);
      writer.u32(second);
      writer.u8(event);
      writer.u8(type);
      writer.u32(Math.round(data));
      writer.u8(group);
    },
  };
}

function defineEvent(writer: FitWriter): void {
  writer.define(eventLocal, message.event, [
    u32Field(timestamp),
    enumField(field.event.event),
    enumField(field.event.eventType),
    u32Field(field.event.data),
    u8Field(field.event.group),
  ]);
}

function defineLap(writer: FitWriter, outcomeSize: number): void {
  const { lap } = field;
  writer.define(
    lapLocal,
    message.lap,
    [
      u32Field(timestamp),
      u16Field(messageIndex),
      enumField(lap.event),
      enumField(lap.eventType),
      u32Field(lap.startTime),
      u32Field(lap.elapsed),
      u32Field(lap.timer),
      u8Field(lap.averageHeartRate),
      u8Field(lap.maxHeartRate),
      enumField(lap.intensity),
      enumField(lap.trigger),
      enumField(lap.sport),
      enumField(lap.subSport),
      u16Field(lap.workoutStep),
    ],
    [textField(ownField.outcome, outcomeSize)],
  );
}

type Place = { readonly index: number; readonly secondAt: (atMs: number) => number };

function lapMark(
  { points, pauses, laps }: DatedSession,
  { sport }: FitFrame,
  lap: CarriedLap,
  { index, secondAt }: Place,
): Mark {
  const { startMs, endMs, isStill, stepIndex, outcome = '' } = lap;
  const outcomeSize = textSize(laps.map((each) => each.outcome ?? ''));
  return {
    atMs: endMs,
    write: (writer) => {
      const pulse = pulseOf(points, startMs, endMs);
      writer.data(lapLocal);
      writer.u32(secondAt(endMs));
      writer.u16(index);
      writer.u8(event.lap);
      writer.u8(eventType.stop);
      writer.u32(secondAt(startMs));
      writer.u32(Math.round(endMs - startMs));
      writer.u32(timerMs(lap, pauses));
      writer.u8(pulse.average ?? none8);
      writer.u8(pulse.max ?? none8);
      writer.u8(isStill === true ? intensity.recovery : intensity.active);
      writer.u8(index === laps.length - 1 ? trigger.sessionEnd : trigger.manual);
      writer.u8(sport.sport);
      writer.u8(sport.subSport);
      writer.u16(stepIndex ?? none16);
      writer.text(outcome, outcomeSize);
    },
  };
}
