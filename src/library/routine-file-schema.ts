import { z } from 'zod';
import { longestMs } from '../session/longest.ts';
import { type Routine, routineSchema } from '../session/routine.ts';

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
  });

/** The JSON Schema of a routine file, for editors; as text, formatted like every file of the project. */
export const routineJsonSchema = (): string => {
  const { $schema, ...rest } = z.toJSONSchema(routineSchema, { io: 'input' });
  const titled = { $schema, title: 'A routine of pulsepace', ...rest };
  return `${pretty(titled, '')}\n`;
};

const width = 100;

/** JSON with each object on lines of its own, and each list on one line where it fits; `column` is where it begins. */
function pretty(value: unknown, indent: string, column = indent.length): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((each) => typeof each !== 'object' || each === null);
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    if (isFlat && column + line.length < width) return line;
    return enclosed(
      '[]',
      indent,
      value.map((each) => deeper + pretty(each, deeper)),
    );
  }
  const fields = Object.entries(value).map(([key, each]) => {
    const name = `${deeper}${JSON.stringify(key)}: `;
    return name + pretty(each, deeper, name.length);
  });
  return enclosed('{}', indent, fields);
}

const enclosed = (brackets: '[]' | '{}', indent: string, lines: readonly string[]): string =>
  lines.length === 0
    ? brackets
    : `${brackets.charAt(0)}\n${lines.join(',\n')}\n${indent}${brackets.charAt(1)}`;
