import type { SensorSignal } from '../heart-rate-sensor.ts';

/** What a sensor said, and when: signals in order of `atMs`, in ms since the recording began. */
export type Recording = {
  /** Where it came from, for the reader: a file name, a session. */
  readonly source: string;
  readonly signals: readonly RecordedSignal[];
  readonly durationMs: number;
};

export type RecordedSignal = { readonly atMs: number; readonly signal: SensorSignal };
