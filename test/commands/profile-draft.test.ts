import { expect, test } from 'vitest';
import {
  draftOf,
  formModel,
  type ProfileDraft,
  typedInto,
  withEdits,
} from '../../src/commands/profile-draft.ts';
import type { Typed } from '../../src/ui/key-reader.ts';

const empty = { schemaVersion: 1 } as const;
const names = { '\n': 'enter', v: 'down', '^': 'up', '<': 'backspace' } as const;

/** Types characters into a form; newline, v, ^ and < are Enter, down, up and backspace. */
function typing(text: string, from: ProfileDraft = draftOf(empty)): ProfileDraft {
  return [...text].reduce((draft, character) => {
    const name = names[character as keyof typeof names];
    const typed: Typed =
      name === undefined ? { type: 'character', character } : { type: 'named', name };
    return typedInto(draft, typed);
  }, from);
}

test('each field takes its own, letters stand for words, and Enter alone leaves a field open', () => {
  const done = typing('1961\nf72.5\n\n\nyn');
  expect(withEdits(empty, done)).toEqual({
    schemaVersion: 1,
    birthYear: 1961,
    sex: 'female',
    weightKg: 72.5,
    betaBlockers: true,
    irregularRhythm: false,
  });
  expect(done.end).toBeUndefined();
});

test('a value that cannot be stays in its line and says what it takes', () => {
  const wrong = typing('1805\n');
  expect([wrong.selected, formModel(wrong).note]).toEqual([
    0,
    expect.stringContaining('a year from 1900 to 2100'),
  ]);
  expect(withEdits(empty, wrong)).toEqual(empty);
  expect(formModel(typing('<<<<1955\n', wrong)).note).toBeUndefined();
});

test('s saves what is being typed with the rest; a wrong pair of limits is not saved', () => {
  expect(typing('1961s')).toMatchObject({ end: 'save', edits: new Map([['birthYear', 1961]]) });
  const wrong = typing('^^^^120s');
  expect([wrong.end, wrong.problem]).toEqual([undefined, expect.stringContaining('Caution 120')]);
  expect(typing('v130\ns', wrong).end).toBe('save');
});

test('a value is taken back by deleting it', () => {
  const before = { schemaVersion: 1, birthYear: 1961, sensor: { id: 'a', name: 'b' } } as const;
  const done = typing('<<<<\ns', draftOf(before));
  expect(done.end).toBe('save');
  expect(withEdits(before, done)).toEqual({ schemaVersion: 1, sensor: { id: 'a', name: 'b' } });
});

test('q leaves at once where nothing was changed, else asks; n leaves, y saves, any other goes on', () => {
  expect(typing('q').end).toBe('leave');
  const asked = typing('1961\nq');
  expect([asked.end, formModel(asked).note]).toEqual([undefined, 'Save what you changed?']);
  expect(typing('n', asked).end).toBe('leave');
  expect(typing('y', asked).end).toBe('save');
  expect(formModel(typing('x', asked)).note).toBeUndefined();
});

test('limits that are not set are shown with where they come from', () => {
  const { fields } = formModel(draftOf(empty));
  expect(fields.filter(({ label }) => ['Caution', 'Limit'].includes(label))).toMatchObject([
    { value: '', otherwise: '90 (the usual)' },
    { value: '', otherwise: '100 (the usual)' },
  ]);
});
