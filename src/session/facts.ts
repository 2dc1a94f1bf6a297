import * as z from 'zod';
import { limitsSchema } from './limits-schema.ts';
import { segmentSchema } from './segment-schema.ts';

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

const distrustSchema = z.enum(['no-contact', 'implausible', 'frozen']);
/** Why a value is not trusted. */
export type Distrust = z.infer<typeof distrustSchema>;

export const keySchema = z.enum([
  'acknowledge',
  'limits-raise',
  'limits-lower',
  'pause',
  'back',
  'more',
  'less',
  'dose-more',
  'dose-less',
  'count-up',
  'count-down',
  'stand-anyway',
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
/** What the person asks for; `time-up` ends what was to last so long, by a cool-down where it is needed; `stop` is the machine's own order, at once. */
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
  /** It broke off, and was closed afterwards at its last fact. */
  'interrupted',
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
    distrust: distrustSchema.optional(),
  }),
  fact('malformed', { hex: z.string() }),
  fact('link-changed', { link: linkSchema }),
  fact('source-ended', {}),
  fact('key-pressed', { key: keySchema }),
  fact('trust-changed', { trust: trustSchema }),
  fact('limits-changed', {
    limits: limitsSchema,
    /** What the rest or the recovery that is on waits for from now on. */
    belowBpm: bpm.optional(),
  }),
  fact('approach-noticed', { inS: z.number().nonnegative() }),
  fact('approach-cleared', {}),
  fact('warning-raised', {
    level: warningLevelSchema,
    bpm,
    /** Shown, not sounded. */
    silent: z.boolean().optional(),
  }),
  /** Without `bpm` where the pulse is not known: losing the signal does not end a warning. */
  fact('warning-repeated', { level: warningLevelSchema, bpm: bpm.optional() }),
  fact('warning-acknowledged', { level: warningLevelSchema, silentUntilMs: atMs }),
  fact('warning-cleared', { level: warningLevelSchema, onsetMs: atMs, peakBpm: bpm, bpm }),
  fact('baseline-began', { lengthMs }),
  fact('baseline-ended', {
    /** Absent where it could not be measured. */
    restingBpm: bpm.optional(),
    rmssdMs: z.number().optional(),
    /** Whether the pulse at rest is already near where this routine warns. */
    isRaised: z.boolean(),
  }),
  fact('standing-asked', { stepIndex, lengthMs }),
  fact('standing-allowed', {}),
  fact('went-back', { stepIndex }),
  fact('get-ready-began', { stepIndex, lengthMs, plan }),
  fact('exercise-began', { stepIndex, plan }),
  fact('exercise-eased', { stepIndex, plan }),
  /** By key; `pace` is the cadence as a share of the plan's own, `intoMs` what was moved of the rep at hand. */
  fact('pace-changed', { stepIndex, plan, intoMs: lengthMs, pace: z.number().positive() }),
  /** By key; `steps` is how many more than planned, less where negative. */
  fact('dose-changed', { stepIndex, plan, steps: z.number().int() }),
  fact('count-corrected', { stepIndex, plan }),
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
  /** A pause from the last moment awake; `wallAheadMs` is what the wall clock counted and this one did not. */
  fact('slept', { untilMs: atMs, wallAheadMs: lengthMs }),
  fact('discomfort-reported', {}),
  fact('discomfort-explained', { reason: discomfortSchema }),
  fact('end-asked', {}),
  fact('end-withdrawn', {}),
  fact('end-confirmed', {}),
  fact('cool-down-began', { reason: endReasonSchema, lengthMs }),
  /** Its time is over and the pulse is still above the limit: it is watched on. */
  fact('cool-down-prolonged', {}),
  fact('session-ended', { reason: endReasonSchema }),
  /** Borg's CR10: 0 nothing at all, 10 as hard as can be. Like a note, it may come after the end. */
  fact('effort-rated', { cr10: z.number().min(0).max(10) }),
  fact('note-added', { text: z.string().min(1).max(2000) }),
]);
export type Fact = z.infer<typeof factSchema>;
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;
