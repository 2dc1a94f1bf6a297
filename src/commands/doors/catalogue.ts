import * as z from 'zod';
import { catalogueSchema } from '../../journal/catalogue-schema.ts';
import { adaptationSchema } from '../../session/adaptation-schema.ts';
import { doorFor } from '../../session/door-for.ts';
import { endReasonSchema } from '../../session/facts.ts';
import { sourceSchema, sportSchema } from '../../session/header-schema.ts';
import { catalogueVersion, type ListedSession } from '../listed-session.ts';

const number = z.number();

const stepSchema = z.object({
  stepId: z.string(),
  isDone: z.boolean(),
  reachedCaution: z.boolean(),
  overStops: number,
  averageBpm: number.optional(),
  peakBpm: number.optional(),
  lapS: number.optional(),
  knownS: number.optional(),
});

const fallSchema = z.object({
  afterStepId: z.string(),
  endBpm: number,
  hrr60Bpm: number.optional(),
  hrr120Bpm: number.optional(),
});

const figuresSchema = z.object({
  id: z.string(),
  kind: z.literal('rest').optional(),
  day: number,
  minute: number,
  routineId: z.string(),
  routineName: z.string(),
  sport: sportSchema.optional(),
  source: sourceSchema,
  startedAt: z.string(),
  utcOffsetMinutes: number,
  level: number,
  isLevelForOnce: z.boolean(),
  adaptations: z.array(adaptationSchema),
  steps: z.array(stepSchema),
  isCompleted: z.boolean(),
  isGuardEnded: z.boolean(),
  hasDiscomfort: z.boolean(),
  overStops: number,
  exerciseMs: number,
  cautionMs: number,
  cr10: number.optional(),
  restingBpm: number.optional(),
  durationMs: number,
  endReason: endReasonSchema,
  isUnended: z.literal(true).optional(),
  limits: z.object({ cautionBpm: number, limitBpm: number }),
  coveragePercent: number,
  zonesS: z.object({ easy: number, caution: number, over: number }),
  cautions: number,
  overs: number,
  averageBpm: number.optional(),
  peakBpm: number.optional(),
  rmssdMs: number.optional(),
  fall: fallSchema.optional(),
  secondsAtBpm: z.object({ fromBpm: number, seconds: z.array(number) }),
  damagedLines: number,
});

// JSON has no undefined, so what zod calls "or undefined" is absent.
const schema = figuresSchema as z.ZodType<ListedSession>;

export const catalogueDoor = doorFor(catalogueSchema(catalogueVersion, schema));
