import * as z from 'zod';

const answersSchema = z.record(z.string().max(40), z.boolean());

/** What was answered before a session, by the question's id, and whether it went on against a yes, or unasked (`--screened`). */
export const screeningSchema = z.object({
  answers: answersSchema,
  overridden: z.boolean().optional(),
  declared: z.boolean().optional(),
});
export type Screening = z.infer<typeof screeningSchema>;

/** The answers of a day as the profile keeps them; the date is local. */
export const screenedSchema = z.object({ date: z.iso.date(), answers: answersSchema });
export type Screened = z.infer<typeof screenedSchema>;
