import type { DatedSession } from '../carried-session.ts';
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
import { event, eventType, field, message, messageIndex, ownField, timestamp } from './profile.ts';

const once = 2;
const none8 = 0xff;
const activityEnd = 0;
const noOrigin = { sessionId: '', routineId: '', source: '' };
/** FIT's `workout_rpe` is ten times what Borg's CR10 is. */
const rpeOf = (cr10: number | undefined): number =>
  cr10 === undefined ? none8 : Math.round(cr10 * 10);

/** The session and the activity, which stand after everything they sum up. */
export function closing(writer: FitWriter, session: DatedSession, frame: FitFrame): void {
  const originMs = Date.parse(session.startedAt) % 1000;
  const endS = frame.startS + Math.floor((originMs + session.endMs) / 1000);
  const whole = { startMs: 0, endMs: session.endMs };
  const timer = timerMs(whole, session.pauses);
  writeSession(writer, session, { ...frame, endS, timer });
  const { activity } = field;
  writer.define(once, message.activity, [
    u32Field(timestamp),
    u32Field(activity.timer),
    u16Field(activity.sessions),
    enumField(activity.type),
    enumField(activity.event),
    enumField(activity.eventType),
    u32Field(activity.localTimestamp),
  ]);
  writer.data(once);
  writer.u32(endS);
  writer.u32(timer);
  writer.u16(1);
  writer.u8(0);
  writer.u8(event.activity);
  writer.u8(eventType.stop);
  writer.u32(endS + session.utcOffsetMinutes * 60);
}

type Whole = FitFrame & { readonly endS: number; readonly timer: number };

function writeSession(
  writer: FitWriter,
  { endMs, points, laps, cr10, origin = noOrigin }: DatedSession,
  { startS, endS, sport, timer }: Whole,
): void {
  const { session } = field;
  const own = [
    { number: ownField.sessionId, text: origin.sessionId },
    { number: ownField.routineId, text: origin.routineId },
    { number: ownField.source, text: origin.source },
  ];
  writer.define(
    once,
    message.session,
    [
      u32Field(timestamp),
      u16Field(messageIndex),
      enumField(session.event),
      enumField(session.eventType),
      u32Field(session.startTime),
      enumField(session.sport),
      enumField(session.subSport),
      u32Field(session.elapsed),
      u32Field(session.timer),
      u8Field(session.averageHeartRate),
      u8Field(session.maxHeartRate),
      u16Field(session.firstLap),
      u16Field(session.laps),
      enumField(session.trigger),
      u8Field(session.rpe),
    ],
    own.map(({ number, text }) => textField(number, textSize([text]))),
  );
  const pulse = pulseOf(points, 0, endMs);
  writer.data(once);
  writer.u32(endS);
  writer.u16(0);
  writer.u8(event.session);
  writer.u8(eventType.stop);
  writer.u32(startS);
  writer.u8(sport.sport);
  writer.u8(sport.subSport);
  writer.u32(Math.round(endMs));
  writer.u32(timer);
  writer.u8(pulse.average ?? none8);
  writer.u8(pulse.max ?? none8);
  writer.u16(0);
  writer.u16(laps.length);
  writer.u8(activityEnd);
  writer.u8(rpeOf(cr10));
  for (const { text } of own) writer.text(text, textSize([text]));
}
