import * as z from 'zod';

/** How a step is made easier for a person (§5); a factor of 1 is the routine's own cadence, and never is it more. */
export const adaptationSchema = z.object({
  stepId: z.string().max(40),
  easier: z.boolean(),
  cadenceFactor: z.number().min(0.2).max(1),
});
