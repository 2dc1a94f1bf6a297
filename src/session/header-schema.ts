import * as z from 'zod';
import { adaptationSchema } from './adaptation-schema.ts';
import { limitsSchema } from './limits-schema.ts';
import { routineSchema } from './routine-schema.ts';
import { rulesSchema } from './rules.ts';
import { screeningSchema } from './screening-answers.ts';
import { sports } from './sport.ts';

/** What a session was measured with; only `strap` and `import` are somebody's heart. */
export const sourceSchema = z.enum(['strap', 'simulator', 'replay', 'import', 'none']);

export const sportSchema = z.enum(sports);

/** Where a session came from that was not recorded here. */
export const importedSchema = z.object({
  /** The file's name, without its folder. */
  file: z.string().max(300),
  format: z.string().max(40),
  /** Of the whole file, hex: the same file again is the same session. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What of it could not be read, in words. */
  damage: z.array(z.string().max(400)).max(20).optional(),
});

/** The first line of a journal: all that a session starts from. Facts count ms from `startedAt` on a monotonic clock. */
export const headerSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/),
  app: z.string(),
  /** UTC, ISO 8601. */
  startedAt: z.iso.datetime(),
  utcOffsetMinutes: z.number().int().min(-1080).max(1080),
  timeZone: z.string(),
  source: sourceSchema,
  /** The sensor in words, such as its name or the file replayed. */
  sensor: z.string(),
  routine: routineSchema,
  /** A resting test, which ends when its baseline is measured; absent for every other session. */
  kind: z.literal('rest').optional(),
  /** What an open session is for; absent where nobody said. */
  sport: sportSchema.optional(),
  /** After how many it ends by itself; absent where its end is open, or the routine's. */
  minutes: z.number().positive().optional(),
  level: z.number().int().min(0).max(10),
  /** Whether the level was given on the command line, for once, or is the person's own. */
  levelOrigin: z.enum(['flag', 'progression']).optional(),
  /** What is easier than the plan, by step; a step not named is done as the routine has it. */
  adaptations: z.array(adaptationSchema).max(60).optional(),
  screening: screeningSchema.optional(),
  /** The person had told that their rhythm is irregular or set by a pacemaker: no variability is said as theirs. */
  isIrregularTold: z.literal(true).optional(),
  limits: limitsSchema,
  rules: rulesSchema,
  imported: importedSchema.optional(),
});
