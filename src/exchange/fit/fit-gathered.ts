import { cleanText } from '../clean-text.ts';
import type { Definition } from './fit-definition.ts';
import { numberAt, textAt } from './fit-values.ts';
import { applicationId, field, message, messageIndex, ownField, timestamp } from './profile.ts';
import { unsigned } from './unsigned.ts';

/** Seconds of FIT. */
export type FitRecord = { second: number; bpm: number | undefined; rrIntervalsMs: number[] };
export type FitLap = {
  readonly startS: number | undefined;
  readonly endS: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly intensity: number | undefined;
  readonly step: number | undefined;
  readonly outcome: string;
};
export type FitTimerEvent = { readonly second: number; readonly isStart: boolean };
export type FitSession = {
  readonly startS: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly sport: number | undefined;
  readonly rpe: number | undefined;
  readonly sessionId: string;
  readonly routineId: string;
  readonly source: string;
};

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

  take(definition: Definition, from: number, packedTime: number | undefined): void {
    switch (definition.global) {
      case message.record:
        this.#record(definition, from, packedTime);
        break;
      case message.hrv:
        this.#hrv(definition, from);
        break;
      case message.event:
        this.#event(definition, from, packedTime);
        break;
      default:
        this.#takeRare(definition, from);
    }
  }

  #takeRare(definition: Definition, from: number): void {
    switch (definition.global) {
      case message.lap:
        this.#lap(definition, from);
        break;
      case message.session:
        this.#session(definition, from);
        break;
      case message.workoutStep:
        this.#step(definition, from);
        break;
      case message.workout:
        this.title = this.#text(definition, from, field.workout.name) || this.title;
        break;
      case message.activity:
        this.#activity(definition, from);
        break;
      case message.fileId:
        this.#fileId(definition, from);
        break;
      case message.deviceInfo:
        this.#device(definition, from);
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

  #text(definition: Definition, from: number, number: number): string {
    return cleanText(textAt(this.#bytes, from, definition.fields[number]));
  }

  /** Of our developer fields alone: others number theirs as they like. */
  #own(definition: Definition, from: number, number: number): string {
    if (!this.#isOurs) return '';
    return cleanText(textAt(this.#bytes, from, definition.own.get(number)));
  }

  #record(definition: Definition, from: number, packedTime: number | undefined): void {
    const second = packedTime ?? this.#number(definition, from, timestamp);
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

  #event(definition: Definition, from: number, packedTime: number | undefined): void {
    if (this.#number(definition, from, field.event.event) !== timerEvent) return;
    const second = packedTime ?? this.#number(definition, from, timestamp);
    const type = this.#number(definition, from, field.event.eventType);
    if (second === undefined || type === undefined) return;
    if (type === timerTypes.start) this.timers.push({ second, isStart: true });
    else if (timerTypes.stops.some((stop) => stop === type)) {
      this.timers.push({ second, isStart: false });
    }
  }

  #lap(definition: Definition, from: number): void {
    const { lap } = field;
    this.laps.push({
      startS: this.#number(definition, from, lap.startTime),
      endS: this.#number(definition, from, timestamp),
      elapsedMs: this.#number(definition, from, lap.elapsed),
      intensity: this.#number(definition, from, lap.intensity),
      step: this.#number(definition, from, lap.workoutStep),
      outcome: this.#own(definition, from, ownField.outcome),
    });
  }

  #session(definition: Definition, from: number): void {
    const { session } = field;
    this.sport ??= this.#number(definition, from, session.sport);
    this.session ??= {
      startS: this.#number(definition, from, session.startTime),
      elapsedMs: this.#number(definition, from, session.elapsed),
      sport: this.#number(definition, from, session.sport),
      rpe: this.#number(definition, from, session.rpe),
      sessionId: this.#own(definition, from, ownField.sessionId),
      routineId: this.#own(definition, from, ownField.routineId),
      source: this.#own(definition, from, ownField.source),
    };
  }

  #step(definition: Definition, from: number): void {
    const index = this.#number(definition, from, messageIndex);
    if (index === undefined) return;
    this.steps.set(index & 0x0fff, this.#text(definition, from, field.workoutStep.name));
  }

  #activity(definition: Definition, from: number): void {
    const second = this.#number(definition, from, timestamp);
    const local = this.#number(definition, from, field.activity.localTimestamp);
    if (second !== undefined && local !== undefined) this.offsetS = local - second;
  }

  #fileId(definition: Definition, from: number): void {
    this.manufacturer ??= this.#number(definition, from, field.fileId.manufacturer);
    this.product ??= this.#number(definition, from, field.fileId.product);
    this.productName ||= this.#text(definition, from, field.fileId.productName);
  }

  #device(definition: Definition, from: number): void {
    const index = this.#number(definition, from, field.deviceInfo.index);
    const name = this.#text(definition, from, field.deviceInfo.productName);
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
