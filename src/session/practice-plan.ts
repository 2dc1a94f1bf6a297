import * as z from 'zod';
import { weekdays } from './weekday.ts';

const partOfDaySchema = z.enum(['morning', 'day', 'evening']);
export type PartOfDay = z.infer<typeof partOfDaySchema>;

const weekdaySchema = z.enum(weekdays);

/** When a routine is to be done (§6), in the person's own days; it counts from `since`, a local date. */
export const practicePlanSchema = z.object({
  routineId: z.string().max(40),
  times: z.array(partOfDaySchema).min(1).max(3),
  days: z.array(weekdaySchema).min(1).max(7),
  since: z.iso.date(),
});
export type PracticePlan = z.infer<typeof practicePlanSchema>;
