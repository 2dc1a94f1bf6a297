import * as z from 'zod';
import { doseSchema } from './dose.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'an id is lower-case letters, digits and hyphens, 40 at most');
const line = z.string().trim().min(1).max(120);
const prompt = z.array(line).min(1).max(4);

export const postureSchema = z.enum(['lying', 'sitting', 'standing', 'kneeling', 'walking']);

/** The pulse an exercise asks for, from none to much. */
export const effortSchema = z.enum(['still', 'light', 'moderate', 'vigorous']);

export const stepSchema = z.strictObject({
  id,
  name: line,
  posture: postureSchema,
  restPosture: z.enum(['sitting', 'lying']).default('sitting'),
  prompt,
  dose: doseSchema,
  breathing: line,
  effort: effortSchema,
  optional: z.boolean().default(false),
  cautions: z.array(line).max(6).default([]),
  easier: z.strictObject({ name: line, posture: postureSchema.optional(), prompt }).optional(),
});

/** A routine as its file gives it; `open` ones have no steps, only the pulse and its guard. */
export const routineSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    id,
    name: line,
    summary: line,
    when: z.array(z.enum(['morning', 'day', 'evening'])).default([]),
    /** The pulse an open routine asks for; one with steps says it in each step. */
    effort: effortSchema.optional(),
    cautions: z.array(line).max(8).default([]),
    cautionBpm: z.number().int().min(40).max(220).optional(),
    limitBpm: z.number().int().min(40).max(220).optional(),
    /** Whether the pulse at rest is measured first. */
    baseline: z.boolean().default(true),
    restSeconds: z.number().min(0).max(600).default(20),
    restBelowBpm: z.number().int().min(40).max(220).optional(),
    steps: z.array(stepSchema).max(60),
  })
  .refine(
    (routine) => new Set(routine.steps.map((step) => step.id)).size === routine.steps.length,
    {
      message: 'every step needs an id of its own',
      path: ['steps'],
    },
  );
