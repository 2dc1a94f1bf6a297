import * as z from 'zod';
import { type Catalogue, type Digest, entrySchema, readCatalogue } from '../journal/catalogue.ts';
import { type SessionFigures, sessionFigures } from '../review/session-figures.ts';
import { adaptationSchema } from '../session/adapted-step.ts';
import { endReasonSchema } from '../session/facts.ts';
import { sourceSchema, sportSchema } from '../session/header.ts';
import { visible } from './visible.ts';
import { type Stderr, workProgress } from './work-progress.ts';

/** The figures of a session, and how many lines of its journal are damaged. */
export type ListedSession = SessionFigures & { readonly damagedLines: number };
export type SessionCatalogue = Catalogue<ListedSession>;

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

export const catalogueVersion = 3;
export const catalogueSchema = z.array(entrySchema(schema));

const digest: Digest<ListedSession> = {
  version: catalogueVersion,
  schema,
  figuresOf: ({ header, facts, damage }) => ({
    ...sessionFigures(header, facts),
    damagedLines: damage.length,
  }),
};

/** Every session of a data directory in figures, newest first; what took long to read is told on stderr. */
export async function sessionCatalogue(
  { stderr }: { readonly stderr: Stderr },
  directory: string,
  { mayBeFirst = false } = {},
): Promise<SessionCatalogue> {
  const bar = workProgress(stderr, 'Reading the sessions');
  try {
    return await readCatalogue(directory, digest, {
      say: (sentence) => stderr.write(`${visible(sentence)}\n`),
      progress: bar.show,
      mayBeFirst,
    });
  } finally {
    bar.clear();
  }
}
