import type { SensorSignal } from '../../devices/heart-rate-sensor.ts';
import type { Key } from './facts.ts';

/** What reaches a session, stamped once at the edge: ms since its start on a monotonic clock. A tick means nothing. */
export type Input = { readonly atMs: number } & (
  | { readonly type: 'tick' }
  | { readonly type: 'signal'; readonly signal: SensorSignal }
  | { readonly type: 'key'; readonly key: Key }
  /** 1 to 2000 characters, without controls. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'source-ended' }
  /** The machine was suspended from `fromMs` until now, and the wall clock has run ahead by so much. */
  | { readonly type: 'slept'; readonly fromMs: number; readonly wallAheadMs: number }
);
