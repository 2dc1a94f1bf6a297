import fc from 'fast-check';
import * as z from 'zod';

/** Values of a schema, out of its definition; what has a default is there. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { fn } = askedOf(schema);
  const all = unrefined(schema);
  return typeof fn === 'function' ? all.filter((value) => fn(value) === true) : all;
}

/** What is asked beyond the kind, all checks as one. */
const askedOf = (schema: z.core.$ZodType): Readonly<Record<string, unknown>> =>
  Object.assign({}, schema._zod.def, ...(schema._zod.def.checks ?? []).map(({ _zod }) => _zod.def));

function unrefined(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return arbitraryOf(schema.def.innerType);
  }
  if (schema instanceof z.ZodNumber) return numbers(schema);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.element), lengths(schema));
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(arbitraryOf));
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(fc.string({ maxLength: 6 }), arbitraryOf(schema.valueType));
  }
  if (schema instanceof z.ZodObject) return records(schema);
  return strings(schema);
}

function records({ shape }: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape);
  const requiredKeys = fields.flatMap(([key, field]) =>
    field instanceof z.ZodOptional ? [] : [key],
  );
  const model = Object.fromEntries(fields.map(([key, field]) => [key, arbitraryOf(field)]));
  return fc.record(model, { requiredKeys });
}

/** Bounds are met often, for it is there that checks go wrong. */
function numbers({ minValue, maxValue, format }: z.ZodNumber): fc.Arbitrary<number> {
  const min = Math.max(minValue ?? -1e9, -1e9);
  const max = Math.min(maxValue ?? 1e9, 1e9);
  const within =
    format === 'safeint'
      ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
      : fc.double({ min, max, noNaN: true });
  return fc.oneof(within, fc.constantFrom(min, max));
}

function lengths(schema: z.core.$ZodType, most = 3) {
  const { minimum = 0, maximum = most } = askedOf(schema);
  const minLength = Number(minimum);
  return { minLength, maxLength: Math.max(minLength, Math.min(Number(maximum), most)) };
}

function strings(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const { format, pattern, tx } = askedOf(schema);
  if (format === 'datetime')
    return fc.constantFrom('2026-11-24T06:00:00.000Z', '2024-02-29T23:59:59Z');
  if (format === 'date') return fc.constantFrom('2026-11-24', '2024-02-29');
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  const all = fc.string(lengths(schema, 8));
  return tx === undefined ? all : all.filter((text) => text.trim() === text && text !== '');
}
