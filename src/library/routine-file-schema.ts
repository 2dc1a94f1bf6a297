import * as z from 'zod';
import { longestMs } from '../session/longest.ts';
import type { Routine } from '../session/routine.ts';
import { routineSchema } from '../session/routine-schema.ts';
import { prettyJson } from './pretty-json.ts';

const longestHours = 48;
const reservedId = /^(constructor|con|prn|aux|nul|com\d|lpt\d)$/;

/** A routine at the door: what a journal may hold, and besides no longer than 48 h and no name that means something else. */
export const routineFileSchema: z.ZodType<Routine> = routineSchema
  .refine(({ id }) => !reservedId.test(id), {
    message: 'this id means something else to computers; choose another',
    path: ['id'],
  })
  .refine((routine) => longestMs(routine) <= longestHours * 3_600_000, {
    message: `all steps and rests together take more than ${longestHours} hours; shorten them`,
    path: ['steps'],
    // Adding up a dose lays it out; one that is out of bounds is refused before that.
    when: ({ issues }) => issues.length === 0,
  });

/** The JSON Schema of a routine file, for editors; as text, formatted like every file of the project. */
export const routineJsonSchema = (): string => {
  const { $schema, ...rest } = z.toJSONSchema(routineSchema, { io: 'input' });
  const titled = { $schema, title: 'A routine of pulsepace', ...rest };
  return `${prettyJson(titled)}\n`;
};
