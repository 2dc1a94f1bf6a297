import * as z from 'zod';
import { adaptationSchema } from './adaptation-schema.ts';

/** How far a person is in a routine (§5): the level, and the steps that are easier than the routine has them. */
const standingSchema = z.object({
  level: z.number().int().min(0).max(10),
  adaptations: z.array(adaptationSchema).max(60),
});
export type Standing = z.infer<typeof standingSchema>;

/** A standing the person said yes to; it holds from then until the next session. */
export const acceptedStandingSchema = standingSchema.extend({
  routineId: z.string().max(40),
  /** UTC, ISO 8601. */
  acceptedAt: z.iso.datetime(),
});
export type AcceptedStanding = z.infer<typeof acceptedStandingSchema>;

/** A no to more of a routine, on a local day. */
export const refusedUpSchema = z.object({ routineId: z.string().max(40), refusedOn: z.iso.date() });
export type RefusedUp = z.infer<typeof refusedUpSchema>;
