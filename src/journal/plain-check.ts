import * as z from 'zod';

/** Whether a value out of JSON is exactly what a schema would give back; where that is not sure, false. */
export type PlainCheck = (value: unknown) => boolean;

/**
 * A check made of a schema once, that copies nothing and so is several times as fast as to parse: for much data at a time.
 * What does not pass is to be parsed, which says what is wrong. Keys that the schema does not know do not pass.
 */
export function plainCheck(schema: z.core.$ZodType): PlainCheck {
  if (schema instanceof z.ZodOptional) return plainCheck(schema.def.innerType);
  if (schema instanceof z.ZodNumber) return hasChecks(schema) ? unchanged(schema) : Number.isFinite;
  if (schema instanceof z.ZodString) return hasChecks(schema) ? unchanged(schema) : isString;
  if (schema instanceof z.ZodType && hasChecks(schema)) return never;
  if (schema instanceof z.ZodObject) return objectCheck(schema.shape);
  if (schema instanceof z.ZodArray) return arrayCheck(schema.element);
  if (schema instanceof z.ZodBoolean) return isBoolean;
  if (schema instanceof z.ZodEnum) return isOneOf(new Set<unknown>(schema.options));
  if (schema instanceof z.ZodLiteral) return isOneOf(schema.values);
  return never;
}

const never: PlainCheck = () => false;
const isString: PlainCheck = (value) => typeof value === 'string';
const isBoolean: PlainCheck = (value) => typeof value === 'boolean';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOneOf =
  (values: ReadonlySet<unknown>): PlainCheck =>
  (value) =>
    values.has(value);

const hasChecks = ({ def }: z.ZodType): boolean => (def.checks ?? []).length > 0;

const unchanged =
  (schema: z.ZodType): PlainCheck =>
  (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success && parsed.data === value;
  };

function arrayCheck(element: z.core.$ZodType): PlainCheck {
  const check = plainCheck(element);
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let at = 0; at < value.length; at += 1) if (!check(value[at])) return false;
    return true;
  };
}

function objectCheck(shape: Readonly<Record<string, z.core.$ZodType>>): PlainCheck {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    check: plainCheck(schema),
    isNeeded: !(schema instanceof z.ZodOptional),
  }));
  return (value) => {
    if (!isRecord(value)) return false;
    let found = 0;
    for (const { key, check, isNeeded } of fields) {
      const of = value[key];
      if (of === undefined ? isNeeded : !check(of)) return false;
      if (of !== undefined) found += 1;
    }
    return Object.keys(value).length === found;
  };
}
