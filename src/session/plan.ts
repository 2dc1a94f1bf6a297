import type * as z from 'zod';
import type { Amount, Dose } from './dose.ts';
import type { segmentSchema } from './segment-schema.ts';

export type Segment = z.infer<typeof segmentSchema>;
export type Plan = readonly Segment[];

const topLevel = 10;

function atLevel(amount: Amount, level: number): number {
  if (typeof amount === 'number') return amount;
  return amount.least + ((amount.most - amount.least) * Math.min(level, topLevel)) / topLevel;
}

/** The plan of a dose at a level from 0 (least) to 10 (most). */
export function planOf(dose: Dose, level: number): Plan {
  switch (dose.type) {
    case 'time':
      return onSides(dose, (side, part) => [move(dose, level, side, part)]);
    case 'reps':
      return onSides(dose, (side, part) => [reps(dose, level, side, part)]);
    case 'holds':
      return withoutLastPause(onSides(dose, (side, part) => holds(dose, level, side, part)));
    case 'sets':
      return sets(dose, level);
    case 'settle': {
      const { atLeastSeconds, atMostSeconds } = dose;
      return [{ kind: 'settle', atLeastMs: atLeastSeconds * 1000, atMostMs: atMostSeconds * 1000 }];
    }
    case 'open':
      return [{ kind: 'open' }];
  }
}

function move(dose: Dose & { type: 'time' }, level: number, side: Side, part: Part): Segment {
  const { cadencePerMin } = dose;
  return {
    kind: 'move',
    lengthMs: (atLevel(dose.seconds, level) * 1000) / part.of,
    side,
    cadencePerMin,
  };
}

function reps(dose: Dose & { type: 'reps' }, level: number, side: Side, part: Part): Segment {
  const { cadencePerMin } = dose;
  const reps = shareOf(Math.round(atLevel(dose.reps, level)), part);
  return { kind: 'reps', reps, done: 0, cadencePerMin, side };
}

function holds(dose: Dose & { type: 'holds' }, level: number, side: Side, part: Part): Segment[] {
  const of = shareOf(Math.round(atLevel(dose.reps, level)), part);
  const holdMs = atLevel(dose.holdSeconds, level) * 1000;
  const restMs = atLevel(dose.restSeconds, level) * 1000;
  return Array.from({ length: of }, (_, index): Segment[] => [
    { kind: 'hold', lengthMs: holdMs, rep: index + 1, of, side },
    { kind: 'pause', lengthMs: restMs },
  ]).flat();
}

function sets(dose: Dose & { type: 'sets' }, level: number): Plan {
  const reps = Math.round(atLevel(dose.reps, level));
  const pause: Segment = { kind: 'pause', lengthMs: atLevel(dose.restSeconds, level) * 1000 };
  const sets = Math.round(atLevel(dose.sets, level));
  const one = { kind: 'reps', reps, done: 0, cadencePerMin: dose.cadencePerMin, sets } as const;
  const all = Array.from({ length: sets }, (_, index): Segment[] => [
    { ...one, set: index + 1 },
    pause,
  ]).flat();
  return withoutLastPause(all);
}

type Side = string | undefined;
/** Which share of a dose this is: `index` from 0, `of` how many. */
type Part = { readonly index: number; readonly of: number };
const whole: Part = { index: 0, of: 1 };

/** Whole reps shared out, the first parts having one more where it does not come out even; all together no more. */
const shareOf = (reps: number, { index, of }: Part): number =>
  Math.floor((reps + of - 1 - index) / of);

/** One run for each side in full, or for each with its share of the dose, or one for all. */
function onSides(
  dose: { each?: string[] | undefined; halves?: string[] | undefined },
  segments: (side: Side, part: Part) => Segment[],
): Segment[] {
  const { each, halves } = dose;
  if (each !== undefined) return each.flatMap((side) => segments(side, whole));
  if (halves === undefined) return segments(undefined, whole);
  return halves.flatMap((side, index) => segments(side, { index, of: halves.length }));
}

function withoutLastPause(segments: Segment[]): Segment[] {
  return segments.at(-1)?.kind === 'pause' ? segments.slice(0, -1) : segments;
}
