import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { checkSource, namedCheck, plainCheck } from '../../src/session/plain-check.ts';

const schema = z.object({
  id: z.string(),
  level: z.number(),
  share: z.number().min(0.2).max(1),
  short: z.string().max(3),
  isDone: z.boolean(),
  kind: z.literal('rest').optional(),
  source: z.enum(['strap', 'import']),
  steps: z.array(z.object({ step: z.string(), bpm: z.number().optional() })),
});
const good = {
  id: 'a',
  level: 1.5,
  share: 0.5,
  short: 'abc',
  isDone: true,
  source: 'strap',
  steps: [{ step: 's', bpm: 70 }, { step: 't' }],
};
const check = plainCheck(schema);

test('what the schema would give back unchanged passes, so that much data is not copied', () => {
  expect(check(good)).toBe(true);
  expect(check({ ...good, kind: 'rest', steps: [] })).toBe(true);
});

test.each([
  ['a number that is none', { level: '1' }],
  ['a number beyond what JSON.parse can hold', { level: Number.POSITIVE_INFINITY }],
  ['a number out of its range', { share: 1.5 }],
  ['a text too long', { short: 'abcd' }],
  ['a word that is none of those known', { source: 'watch' }],
  ['another literal', { kind: 'run' }],
  ['null for what may be absent', { kind: null }],
  ['a key the schema does not know', { more: 1 }],
  ['no list', { steps: { length: 0 } }],
  ['a list with a hole of a field', { steps: [{ bpm: 70 }] }],
  ['a wrong field deep inside', { steps: [{ step: 's', bpm: '70' }] }],
])('does not pass: %s', (_, change) => {
  expect(check({ ...good, ...change })).toBe(false);
});

test('law: what passes, zod gives back as it is', () => {
  const someFields = fc.record(
    {
      id: fc.oneof(fc.string(), fc.integer()),
      level: fc.oneof(fc.double(), fc.constant(null)),
      share: fc.oneof(fc.double({ min: 0, max: 2 }), fc.string()),
      short: fc.string({ maxLength: 5 }),
      isDone: fc.oneof(fc.boolean(), fc.constant(0)),
      source: fc.constantFrom('strap', 'import', 'none'),
      steps: fc.oneof(
        fc.array(fc.record({ step: fc.string(), bpm: fc.integer() }, { requiredKeys: [] })),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(someFields, (fields) => {
      const value: unknown = { ...good, ...fields };
      if (check(value)) expect(schema.parse(value)).toEqual(value);
    }),
  );
});

test('a value that the schema would change, or tests in ways not known here, never passes: it must be parsed', () => {
  expect(plainCheck(z.object({ name: z.string().trim() }))({ name: ' a ' })).toBe(false);
  expect(plainCheck(z.object({ n: z.number().default(1) }))({})).toBe(false);
  expect(plainCheck(z.object({ a: z.string() }).refine(() => false))({ a: '' })).toBe(false);
  expect(plainCheck(z.string().transform((text) => text))('')).toBe(false);
  expect(plainCheck(z.email())('a@b.example')).toBe(false);
  expect(plainCheck(z.string().refine(() => true, { when: () => true }))('')).toBe(false);
  expect(plainCheck(z.union([z.string(), z.string().trim()]))('a')).toBe(false);
});

test('a record has only what its key and value schemas take, and no prototype', () => {
  const record = plainCheck(z.record(z.string().max(3), z.boolean()));
  expect(record({ abc: true })).toBe(true);
  expect(record({ abcd: true })).toBe(false);
  expect(record({ abc: 1 })).toBe(false);
  const shadowing = plainCheck(z.record(z.string(), z.boolean()));
  expect(shadowing(JSON.parse('{"__proto__":true}'))).toBe(false);
});

test('a loose object may hold more than is known, and no prototype', () => {
  const loose = plainCheck(z.looseObject({ a: z.string() }));
  expect(loose({ a: '', b: 1 })).toBe(true);
  expect(loose(JSON.parse('{"a":"","__proto__":{}}'))).toBe(false);
});

test('checks that are written together share what is the same, and each has its name', () => {
  const functions = new Map<string, string>();
  const one = namedCheck(schema, functions);
  const before = functions.size;
  const list = namedCheck(z.object({ all: z.array(schema) }), functions);
  expect(functions.size).toBe(before + 2);
  const both = new Function(`${checkSource(functions)}return [${one},${list}]`)();
  expect(both[0](good)).toBe(true);
  expect(both[1]({ all: [good] })).toBe(true);
  expect(both[1]({ all: [{ ...good, level: '1' }] })).toBe(false);
});
