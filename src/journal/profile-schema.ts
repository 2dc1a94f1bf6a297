import * as z from 'zod';
import { practicePlanSchema } from '../session/practice-plan.ts';
import { screenedSchema } from '../session/screening-answers.ts';
import { acceptedStandingSchema, refusedUpSchema } from '../session/training-standing.ts';

const bpm = (least: number, most: number) => z.number().int().min(least).max(most).optional();

const sensorSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  nickname: z.string().optional(),
});

/** What is known of a person and chosen by them; keys of other versions are kept as they are. */
export const profileSchema = z.looseObject({
  schemaVersion: z.literal(1),
  cautionBpm: bpm(40, 220),
  limitBpm: bpm(40, 220),
  /** Where own limits came from, in words, when an offer was taken. */
  limitsBecause: z.string().max(300).optional(),
  birthYear: z.number().int().min(1900).max(2100).optional(),
  sex: z.enum(['female', 'male']).optional(),
  weightKg: z.number().min(20).max(400).optional(),
  restingBpm: bpm(25, 130),
  highestBpm: bpm(60, 220),
  betaBlockers: z.boolean().optional(),
  irregularRhythm: z.boolean().optional(),
  trained: z.boolean().optional(),
  theme: z.enum(['default', 'high-contrast', 'mono']).optional(),
  emergencyNumber: z.string().min(1).max(20).optional(),
  /** Whether the system's own voice speaks, how much of it, and whether sessions are told in sentences. */
  voice: z.boolean().optional(),
  cues: z.enum(['none', 'warnings', 'steps', 'all']).optional(),
  accessible: z.boolean().optional(),
  /** UTC, ISO 8601: when the questions that are asked once were asked. */
  askedAt: z.iso.datetime().optional(),
  screened: screenedSchema.optional(),
  plans: z.array(practicePlanSchema).max(100).optional(),
  standings: z.array(acceptedStandingSchema).max(200).optional(),
  /** The newest no to more, a routine each. */
  refusals: z.array(refusedUpSchema).max(200).optional(),
  /** The one that is worn where none is named. */
  sensor: sensorSchema.optional(),
  /** All that are remembered. */
  sensors: z.array(sensorSchema.extend({ lastSeenAt: z.iso.datetime().optional() })).optional(),
  /** UTC, ISO 8601: when the first run was explained. */
  welcomedAt: z.iso.datetime().optional(),
});
export type Profile = z.infer<typeof profileSchema>;
