import type { Definition } from './fit-definition.ts';
import { type FitLap, type FitSession, lapIn, sessionIn } from './fit-lap-and-session.ts';
import { type FitMessage, messageAt } from './fit-message.ts';
import { numberAt } from './fit-values.ts';
import { applicationId, field, message, messageIndex, timestamp } from './profile.ts';
import { unsigned } from './unsigned.ts';

/** Seconds of FIT. */
export type FitRecord = { second: number; bpm: number | undefined; rrIntervalsMs: number[] };
export type FitTimerEvent = { readonly second: number; readonly isStart: boolean };

const timerEvent = 0;
const timerTypes = { start: 0, stops: [1, 4, 8, 9] } as const;
const noBeat = 0xffff;
const beatBytes = 2;

/** What a FIT file says, message by message, in its own units; nothing is judged yet. */
export class FitGathered {
  readonly records: FitRecord[] = [];
  readonly timers: FitTimerEvent[] = [];
  readonly laps: FitLap[] = [];
  readonly steps = new Map<number, string>();
  session: FitSession | undefined;
  title = '';
  sport: number | undefined;
  offsetS: number | undefined;
  manufacturer: number | undefined;
  product: number | undefined;
  productName = '';
  sensorName = '';
  /** RR intervals whose record has not come yet. */
  #beats: number[] = [];
  #isOurs = false;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(definition: Definition, from: number, time: number | undefined): void {
    switch (definition.global) {
      case message.record:
        this.#record(definition, from, time);
        break;
      case message.hrv:
        this.#hrv(definition, from);
        break;
      case message.event:
        this.#event(definition, from, time);
        break;
      default:
        this.#takeRare(definition, from);
    }
  }

  #takeRare(definition: Definition, from: number): void {
    const read = messageAt(this.#bytes, definition, from, this.#isOurs);
    switch (definition.global) {
      case message.lap:
        this.laps.push(lapIn(read));
        break;
      case message.session:
        this.#session(sessionIn(read));
        break;
      case message.workoutStep:
        this.#step(read);
        break;
      case message.workout:
        this.title = read.text(field.workout.name) || this.title;
        break;
      case message.activity:
        this.#activity(read);
        break;
      case message.fileId:
        this.#fileId(read);
        break;
      case message.deviceInfo:
        this.#device(read);
        break;
      case message.developerDataId:
        this.#developer(definition, from);
        break;
    }
  }

  /** Beats after the last record belong to it. */
  end(): void {
    this.records.at(-1)?.rrIntervalsMs.push(...this.#beats);
    this.#beats = [];
  }

  /** Beats that came without any record. */
  get looseBeats(): readonly number[] {
    return this.#beats;
  }

  #number(definition: Definition, from: number, number: number): number | undefined {
    return numberAt(this.#bytes, definition, from, number);
  }

  #record(definition: Definition, from: number, second: number | undefined): void {
    if (second === undefined) return;
    const bpm = this.#number(definition, from, field.record.heartRate);
    this.records.push({ second, bpm: bpm === 0 ? undefined : bpm, rrIntervalsMs: this.#beats });
    this.#beats = [];
  }

  #hrv(definition: Definition, from: number): void {
    const place = definition.fields[field.hrv.time];
    if (place === undefined) return;
    for (let at = 0; at + beatBytes <= place.size; at += beatBytes) {
      const ms = unsigned(this.#bytes, from + place.at + at, beatBytes, definition.isLittleEndian);
      if (ms !== noBeat && ms !== 0) this.#beats.push(ms);
    }
  }

  #event(definition: Definition, from: number, second: number | undefined): void {
    if (this.#number(definition, from, field.event.event) !== timerEvent) return;
    const type = this.#number(definition, from, field.event.eventType);
    if (second === undefined || type === undefined) return;
    if (type === timerTypes.start) this.timers.push({ second, isStart: true });
    else if (timerTypes.stops.some((stop) => stop === type)) {
      this.timers.push({ second, isStart: false });
    }
  }

  #session(session: FitSession): void {
    this.session ??= session;
    this.sport ??= session.sport;
  }

  #step({ number, text }: FitMessage): void {
    const index = number(messageIndex);
    if (index !== undefined) this.steps.set(index & 0x0fff, text(field.workoutStep.name));
  }

  #activity({ number }: FitMessage): void {
    const second = number(timestamp);
    const local = number(field.activity.localTimestamp);
    if (second !== undefined && local !== undefined) this.offsetS = local - second;
  }

  #fileId({ number, text }: FitMessage): void {
    this.manufacturer ??= number(field.fileId.manufacturer);
    this.product ??= number(field.fileId.product);
    this.productName ||= text(field.fileId.productName);
  }

  #device({ number, text }: FitMessage): void {
    const index = number(field.deviceInfo.index);
    const name = text(field.deviceInfo.productName);
    if (index === 0 || index === undefined) this.productName ||= name;
    else this.sensorName ||= name;
  }

  #developer(definition: Definition, from: number): void {
    const place = definition.fields[field.developerDataId.applicationId];
    if (this.#number(definition, from, field.developerDataId.index) !== 0 || !place) return;
    const id = this.#bytes.subarray(from + place.at, from + place.at + place.size);
    this.#isOurs = Buffer.from(applicationId).equals(id);
  }
}
