import type { Fact, Outcome, Trust, WarningLevel } from '../../src/session/facts.ts';
import type { Effort, Routine } from '../../src/session/routine.ts';
import { routineSchema } from '../../src/session/routine-schema.ts';

const ms = (seconds: number): number => Math.round(seconds * 1000);

export const measured = (atS: number, bpm: number): Fact => ({
  type: 'measured',
  atMs: ms(atS),
  bpm,
  rrIntervalsMs: [],
});

export const distrusted = (atS: number, bpm: number): Fact => ({
  type: 'measured',
  atMs: ms(atS),
  bpm,
  rrIntervalsMs: [],
  distrust: 'implausible',
});

/** One measurement a second, from `fromS` up to but without `toS`. */
export const steady = (bpm: number, fromS: number, toS: number): Fact[] =>
  Array.from({ length: toS - fromS }, (_, index) => measured(fromS + index, bpm));

export const trust = (atS: number, state: Trust): Fact => ({
  type: 'trust-changed',
  atMs: ms(atS),
  trust: state,
});

export const began = (atS: number, stepIndex = 0): Fact => ({
  type: 'exercise-began',
  atMs: ms(atS),
  stepIndex,
  plan: [],
});

export const ended = (atS: number, outcome: Outcome, stepIndex = 0): Fact => ({
  type: 'exercise-ended',
  atMs: ms(atS),
  stepIndex,
  outcome,
  remaining: [],
});

export const raised = (atS: number, level: WarningLevel, bpm: number): Fact => ({
  type: 'warning-raised',
  atMs: ms(atS),
  level,
  bpm,
});

export const cleared = (
  atS: number,
  level: WarningLevel,
  onsetS: number,
  peakBpm: number,
): Fact => ({
  type: 'warning-cleared',
  atMs: ms(atS),
  level,
  onsetMs: ms(onsetS),
  peakBpm,
  bpm: 80,
});

export const happened = (
  atS: number,
  type: 'paused' | 'resumed' | 'hold-ended' | 'open-began',
): Fact => ({ type, atMs: ms(atS) });

export const held = (atS: number): Fact => ({ type: 'held', atMs: ms(atS), reason: 'lost' });

export const cooling = (atS: number): Fact => ({
  type: 'cool-down-began',
  atMs: ms(atS),
  reason: 'completed',
  lengthMs: 130_000,
});

export const over = (atS: number): Fact => ({
  type: 'session-ended',
  atMs: ms(atS),
  reason: 'completed',
});

/** In the order they happened, as a journal has them. */
export const journal = (...facts: (Fact | Fact[])[]): Fact[] =>
  facts.flat().sort((a, b) => a.atMs - b.atMs);

/** A routine of one step for each effort. */
export const routineOf = (...efforts: Effort[]): Routine =>
  routineSchema.parse({
    schemaVersion: 1,
    id: 'efforts',
    name: 'Efforts',
    summary: 'For stories.',
    steps: efforts.map((effort, index) => ({
      id: `${effort}-${index + 1}`,
      name: `Step ${index + 1}, ${effort}`,
      posture: 'standing',
      prompt: ['Move.'],
      dose: { type: 'time', seconds: 60 },
      breathing: 'Evenly.',
      effort,
    })),
  });
