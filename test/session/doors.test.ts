import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { catalogueDoor } from '../../src/commands/doors/catalogue.ts';
import { sessionJsonDoor } from '../../src/exchange/doors/session-json.ts';
import { lockHolderDoor } from '../../src/journal/doors/lock-holder.ts';
import { profileDoor } from '../../src/journal/doors/profile.ts';
import { type Door, enter } from '../../src/session/door.ts';
import { factDoor } from '../../src/session/doors/fact.ts';
import { headerDoor } from '../../src/session/doors/header.ts';
import { limitsDoor } from '../../src/session/doors/limits.ts';
import { rulesDoor } from '../../src/session/doors/rules.ts';
import { header, recordedFacts } from '../journal/samples.ts';
import { arbitraryOf } from './arbitrary-of.ts';

const doors: readonly (readonly [string, Door<z.ZodType>, number])[] = [
  ['a fact', factDoor, 1500],
  ['a header', headerDoor, 400],
  ['limits', limitsDoor, 400],
  ['rules', rulesDoor, 200],
  ['a profile', profileDoor, 400],
  ['who holds a lock', lockHolderDoor, 200],
  ['a catalogue', catalogueDoor, 200],
  ['a session as JSON', sessionJsonDoor, 100],
];

/** What goes wrong with a value: where, by which turn at each depth, and what stands there then. */
const faults = fc.record({
  turns: fc.array(fc.nat(), { maxLength: 6 }),
  instead: fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(undefined, 0, -1, 0.5, 1, 11, 1e9, '', ' a', 'a ', 'A', '2026-02-30', null, []),
    fc.constant('changed a little'),
    fc.constant('more keys'),
  ),
});
type Fault = { readonly turns: readonly number[]; readonly instead: unknown };

/** JSON with one place of it changed, or with a key too many there. */
function spoilt(value: unknown, { turns: [turn = 0, ...turns], instead }: Fault): unknown {
  const isParent = typeof value === 'object' && value !== null;
  const keys = isParent ? Object.keys(value) : [];
  const key = keys[turn % Math.max(1, keys.length)];
  if (!isParent || key === undefined || turns.length === 0) return spoiltHere(value, instead);
  const child: unknown = Object.entries(value).find(([each]) => each === key)?.[1];
  const changed = spoilt(child, { turns, instead });
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === key ? changed : each));
  return { ...value, [key]: changed };
}

function spoiltHere(value: unknown, instead: unknown): unknown {
  if (instead === 'more keys' && typeof value === 'object') return { ...value, extra: 1 };
  if (instead !== 'changed a little') return instead;
  if (typeof value === 'number') return value + 0.5;
  return typeof value === 'string' ? `${value} ` : [value];
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

describe.each(doors)('at the door of %s', (_, door, numRuns) => {
  const values = arbitraryOf(door.schema()).map(asJson);
  const spoiltValues = fc
    .tuple(values, faults)
    .map(([value, fault]) => asJson(spoilt(value, fault)));

  test('law: the check alone lets in exactly what zod gives back as it is', () => {
    fc.assert(
      fc.property(fc.oneof(values, spoiltValues), (value) => {
        const parsed = door.schema().safeParse(value);
        const isUnchanged = parsed.success && sameText(parsed.data, value);
        expect(door.isPlain(value)).toBe(isUnchanged);
      }),
      { numRuns },
    );
  });

  test('law: to enter is to parse, whichever way it goes', () => {
    fc.assert(
      fc.property(fc.oneof(values, spoiltValues), (value) => {
        const { success, data, error } = enter(door, value);
        const parsed = door.schema().safeParse(value);
        expect({ success, data }).toEqual({ success: parsed.success, data: parsed.data });
        expect(error?.issues).toEqual(parsed.error?.issues);
      }),
      { numRuns: numRuns / 4 },
    );
  });
});

/** The same data, whatever the order of its keys. */
const sameText = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

test('what is written to a journal is plain, so that reading it needs no zod', () => {
  expect(headerDoor.isPlain(asJson(header))).toBe(true);
  for (const fact of recordedFacts(20)) expect(factDoor.isPlain(asJson(fact))).toBe(true);
});
