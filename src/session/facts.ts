import { z } from 'zod';
import { segmentSchema } from './plan.ts';

const atMs = z.number().nonnegative();
const bpm = z.number();
const stepIndex = z.number().int().nonnegative();
const lengthMs = z.number().nonnegative();
const plan = z.array(segmentSchema);
const warningLevelSchema = z.enum(['caution', 'over']);
export type WarningLevel = z.infer<typeof warningLevelSchema>;

const trustSchema = z.enum([
  'searching',
  'live',
  'late',
  'lost',
  'no-contact',
  'implausible',
  'frozen',
]);
export type Trust = z.infer<typeof trustSchema>;

export const keySchema = z.enum([
  'acknowledge',
  'pause',
  'next',
  'discomfort',
  'chest',
  'dizzy',
  'breathless',
  'pain',
  'other',
  'rest-on',
  'cool-down',
  'end',
  'carry-on',
  'time-up',
  'stop',
]);
/** What the person asks for; `time-up` ends what was to last so long, `stop` is the machine's own order; both at once. */
export type Key = z.infer<typeof keySchema>;

export const discomfortSchema = z.enum(['chest', 'dizzy', 'breathless', 'pain', 'other']);
export type Discomfort = z.infer<typeof discomfortSchema>;

const outcomeSchema = z.enum(['done', 'skipped', 'dropped', 'caution', 'over', 'stopped']);
/** How an exercise came to its end; after `caution` and `over` it goes on later. */
export type Outcome = z.infer<typeof outcomeSchema>;

export const endReasonSchema = z.enum([
  'completed',
  'ended-by-user',
  'discomfort',
  'enough-for-today',
  'still-raised',
  'rest-unanswered',
  'signal-lost',
  'source-ended',
  'stopped',
]);
export type EndReason = z.infer<typeof endReasonSchema>;

const linkSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('searching'), hint: z.string().optional() }),
  z.object({ status: z.literal('connecting'), name: z.string() }),
  z.object({
    status: z.literal('connected'),
    name: z.string(),
    batteryPercent: z.number().optional(),
    bodyLocation: z.string().optional(),
    device: z
      .object({
        manufacturer: z.string().optional(),
        model: z.string().optional(),
        firmware: z.string().optional(),
      })
      .optional(),
  }),
  z.object({ status: z.literal('lost'), reason: z.string() }),
]);

const fact = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), atMs, ...shape });

/** Everything that can have happened in a session, in the past tense; `atMs` since its start. */
export const factSchema = z.discriminatedUnion('type', [
  fact('measured', {
    bpm,
    rrIntervalsMs: z.array(z.number()),
    skinContact: z.boolean().optional(),
    energyKj: z.number().optional(),
    /** Why this value is not trusted; absent when it is. */
    distrust: z.enum(['no-contact', 'implausible', 'frozen']).optional(),
  }),
  fact('malformed', { hex: z.string() }),
  fact('link-changed', { link: linkSchema }),
  fact('source-ended', {}),
  fact('key-pressed', { key: keySchema }),
  fact('trust-changed', { trust: trustSchema }),
  fact('warning-raised', { level: warningLevelSchema, bpm }),
  /** Without `bpm` where the pulse is not known: losing the signal does not end a warning. */
  fact('warning-repeated', { level: warningLevelSchema, bpm: bpm.optional() }),
  fact('warning-acknowledged', { level: warningLevelSchema, silentUntilMs: atMs }),
  fact('warning-cleared', { level: warningLevelSchema, onsetMs: atMs, peakBpm: bpm, bpm }),
  fact('get-ready-began', { stepIndex, lengthMs, plan }),
  fact('exercise-began', { stepIndex, plan }),
  fact('exercise-eased', { stepIndex, plan }),
  fact('exercise-ended', { stepIndex, outcome: outcomeSchema, remaining: plan }),
  fact('over-stop-counted', { stepIndex }),
  fact('rest-began', {
    stepIndex,
    reason: z.enum(['planned', 'caution']),
    lengthMs,
    belowBpm: bpm,
  }),
  fact('rest-offered', { offer: z.number().int() }),
  fact('rest-prolonged', {}),
  fact('recovery-began', { stepIndex, belowBpm: bpm }),
  fact('open-began', {}),
  fact('held', { reason: trustSchema }),
  fact('hold-countdown-began', { lengthMs }),
  fact('hold-ended', {}),
  fact('paused', {}),
  fact('resumed', {}),
  fact('discomfort-reported', {}),
  fact('discomfort-explained', { reason: discomfortSchema }),
  fact('end-asked', {}),
  fact('end-withdrawn', {}),
  fact('end-confirmed', {}),
  fact('cool-down-began', { reason: endReasonSchema, lengthMs }),
  fact('session-ended', { reason: endReasonSchema }),
]);
export type Fact = z.infer<typeof factSchema>;
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;
