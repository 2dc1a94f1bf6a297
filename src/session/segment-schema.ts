import * as z from 'zod';

const side = z.string().optional();
const lengthMs = z.number().nonnegative();

/** One stretch of an exercise as it will be done; a plan is a list of them, in order. */
export const segmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), lengthMs, side, cadencePerMin: z.number().optional() }),
  z.object({
    kind: z.literal('reps'),
    reps: z.number().int(),
    done: z.number().int(),
    cadencePerMin: z.number(),
    side,
    /** Which of a dose's sets this is, from 1, and how many there are. */
    set: z.number().int().optional(),
    sets: z.number().int().optional(),
  }),
  z.object({
    kind: z.literal('hold'),
    lengthMs,
    rep: z.number().int(),
    of: z.number().int(),
    side,
  }),
  z.object({ kind: z.literal('pause'), lengthMs }),
  z.object({ kind: z.literal('settle'), atLeastMs: lengthMs, atMostMs: lengthMs }),
  z.object({ kind: z.literal('open') }),
]);
