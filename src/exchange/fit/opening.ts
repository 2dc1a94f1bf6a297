import type { DatedSession } from '../carried-session.ts';
import {
  enumField,
  type FitWriter,
  textField,
  textSize,
  u8Field,
  u16Field,
  u32Field,
} from './fit-writer.ts';
import {
  applicationId,
  base,
  field,
  fileKind,
  intensity,
  message,
  messageIndex,
  ownField,
  timestamp,
} from './profile.ts';
import type { FitSport } from './sports.ts';

export type FitFrame = { readonly startS: number; readonly sport: FitSport };

/** Messages that come once go through this local number, defined anew each time. */
const once = 2;
/** What stands for the sensor where that has no name. */
export const appName = 'pulsepace';
const creator = 0;
const strap = 1;
const bluetoothHeartRate = { deviceType: 1, sourceType: 3 } as const;
const none16 = 0xffff;
const openDuration = 5;
const openTarget = 2;

/** What stands before the records: the file, our developer fields, devices, and the steps by name. */
export function opening(
  writer: FitWriter,
  session: DatedSession,
  { startS, sport, app }: FitFrame & { readonly app: number },
): void {
  fileId(writer, startS);
  developerFields(writer);
  device(writer, { startS, index: creator, type: 0xff, source: 0xff, app, name: appName });
  if (session.sensor !== undefined && session.sensor !== '') {
    const { deviceType: type, sourceType: source } = bluetoothHeartRate;
    device(writer, { startS, index: strap, type, source, app: none16, name: session.sensor });
  }
  if (session.title !== undefined) workout(writer, session, session.title, sport.sport);
}

function fileId(writer: FitWriter, startS: number): void {
  const { fileId } = field;
  const nameSize = textSize([appName]);
  writer.define(once, message.fileId, [
    enumField(fileId.type),
    u16Field(fileId.manufacturer),
    u16Field(fileId.product),
    [fileId.serialNumber, 4, base.uint32z],
    u32Field(fileId.timeCreated),
    textField(fileId.productName, nameSize),
  ]);
  writer.data(once);
  writer.u8(fileKind.activity);
  writer.u16(fileKind.development);
  writer.u16(0);
  writer.u32(0);
  writer.u32(startS);
  writer.text(appName, nameSize);
}

function developerFields(writer: FitWriter): void {
  const { developerDataId, fieldDescription } = field;
  writer.define(once, message.developerDataId, [
    [developerDataId.applicationId, applicationId.length, base.byte],
    u8Field(developerDataId.index),
  ]);
  writer.data(once);
  writer.raw(applicationId);
  writer.u8(0);
  const names = Object.entries({
    pulsepace_session: ownField.sessionId,
    pulsepace_routine: ownField.routineId,
    outcome: ownField.outcome,
    pulsepace_source: ownField.source,
  });
  const nameSize = textSize(names.map(([name]) => name));
  writer.define(once, message.fieldDescription, [
    u8Field(fieldDescription.developerIndex),
    u8Field(fieldDescription.number),
    u8Field(fieldDescription.baseType),
    textField(fieldDescription.name, nameSize),
  ]);
  for (const [name, number] of names) {
    writer.data(once);
    writer.u8(0);
    writer.u8(number);
    writer.u8(base.text);
    writer.text(name, nameSize);
  }
}

type Device = {
  readonly startS: number;
  readonly index: number;
  readonly type: number;
  readonly source: number;
  readonly app: number;
  readonly name: string;
};

function device(writer: FitWriter, { startS, index, type, source, app, name }: Device): void {
  const { deviceInfo } = field;
  const nameSize = textSize([name]);
  writer.define(once, message.deviceInfo, [
    u32Field(timestamp),
    u8Field(deviceInfo.index),
    u8Field(deviceInfo.deviceType),
    u16Field(deviceInfo.manufacturer),
    u16Field(deviceInfo.product),
    u16Field(deviceInfo.softwareVersion),
    enumField(deviceInfo.sourceType),
    textField(deviceInfo.productName, nameSize),
  ]);
  writer.data(once);
  writer.u32(startS);
  writer.u8(index);
  writer.u8(type);
  writer.u16(fileKind.development);
  writer.u16(0);
  writer.u16(app);
  writer.u8(source);
  writer.text(name, nameSize);
}

/** The steps that laps point to by `wkt_step_index`: numbered without gaps, those without a lap nameless. */
function workout(writer: FitWriter, session: DatedSession, title: string, sport: number): void {
  const steps = stepsOf(session);
  const titleSize = textSize([title]);
  writer.define(once, message.workout, [
    enumField(field.workout.sport),
    u16Field(field.workout.steps),
    textField(field.workout.name, titleSize),
  ]);
  writer.data(once);
  writer.u8(sport);
  writer.u16(steps.length);
  writer.text(title, titleSize);
  if (steps.length === 0) return;
  const { workoutStep } = field;
  const nameSize = textSize(steps.map(({ name }) => name));
  writer.define(once, message.workoutStep, [
    u16Field(messageIndex),
    textField(workoutStep.name, nameSize),
    enumField(workoutStep.durationType),
    enumField(workoutStep.targetType),
    enumField(workoutStep.intensity),
  ]);
  for (const [index, { name, isStill }] of steps.entries()) {
    writer.data(once);
    writer.u16(index);
    writer.text(name, nameSize);
    writer.u8(openDuration);
    writer.u8(openTarget);
    writer.u8(isStill ? intensity.recovery : intensity.active);
  }
}

function stepsOf({ laps }: DatedSession): { name: string; isStill: boolean }[] {
  const count = laps.reduce((most, { stepIndex = -1 }) => Math.max(most, stepIndex + 1), 0);
  return Array.from({ length: count }, (_, index) => {
    const lap = laps.find(({ stepIndex }) => stepIndex === index);
    return { name: lap?.name ?? '', isStill: lap?.isStill === true };
  });
}
