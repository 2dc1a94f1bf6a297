import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createAsker } from '../../src/commands/ask.ts';
import { askAfter } from '../../src/commands/ask-after.ts';
import { askOnce } from '../../src/commands/ask-once.ts';
import { askUp } from '../../src/commands/ask-up.ts';
import { screenPerson } from '../../src/commands/screen-person.ts';
import { findRoutine } from '../../src/library/library.ts';
import type { Up } from '../../src/review/up-offers.ts';
import { conversation } from './conversation.ts';

const heart = findRoutine('heart');

async function talk<T>(
  typed: readonly string[],
  about: (asker: ReturnType<typeof createAsker>) => Promise<T>,
): Promise<{ result: T; said: string }> {
  const { input, output, said } = conversation(...typed);
  const asker = createAsker({ input, output });
  const result = await about(asker);
  asker.close();
  return { result, said: said() };
}

describe('§4 the questions before a session', () => {
  const screen = (...typed: string[]) => talk(typed, (asker) => screenPerson(asker, heart));

  test('none of them: on it goes, and every answer is kept', async () => {
    const { result, said } = await screen('none');
    expect(result.goesOn).toBe(true);
    expect(Object.values(result.screening.answers)).toEqual(Array(8).fill(false));
    expect(result.screening.overridden).toBeUndefined();
    for (const number of [1, 8]) expect(said).toMatch(new RegExp(`^  ${number}  `, 'm'));
  });

  test('a yes stops it with its reason and what is possible instead; Enter is no way on', async () => {
    const { result, said } = await screen('5', '');
    expect(result.goesOn).toBe(false);
    expect(result.screening.answers).toMatchObject({ chest: true, meal: false });
    expect(said).toMatch(
      /Pain or pressure in the chest: that is no day for training\. Instead: .*emergency number/,
    );
  });

  test('going on against a yes takes the word, and is kept', async () => {
    expect((await screen('1, 3', 'yes')).result.goesOn).toBe(false);
    const { result } = await screen('1 3', 'Anyway');
    expect(result).toMatchObject({
      goesOn: true,
      screening: { overridden: true, answers: { meal: true, 'weak-legs': true, fever: false } },
    });
  });

  test('Enter, a word, 0, 9 and -1 are no answer: it asks again', async () => {
    const { result, said } = await screen('', 'maybe', '0', '9', '-1', '1 x', 'no');
    expect(result.goesOn).toBe(true);
    expect(said.match(/Type numbers from 1 to 8/g)?.length).toBe(6);
  });

  test('the routine for the brain has three questions more', async () => {
    const { said } = await talk(['n'], (asker) => screenPerson(asker, findRoutine('cerebral')));
    expect(said).toMatch(/^ {2}11 {2}Unusual tiredness/m);
  });
});

describe('§4 the questions that are asked once', () => {
  test('what is left open stays open', async () => {
    expect((await talk(['', '', ''], askOnce)).result).toEqual({});
  });

  test('answers are understood, nonsense is asked again', async () => {
    const { result, said } = await talk(['dunno', 'no', 'Y', 'police', '112'], askOnce);
    expect(result).toEqual({ irregularRhythm: false, betaBlockers: true, emergencyNumber: '112' });
    expect(said).toMatch(/It is yes or no\.[\s\S]*telephone number/);
  });
});

describe('§5 after the session', () => {
  test('effort and a note, both may be left out', async () => {
    expect((await talk(['3', 'Slept badly'], askAfter)).result).toEqual({
      cr10: 3,
      note: 'Slept badly',
    });
    expect((await talk(['', ''], askAfter)).result).toEqual({});
    const again = await talk(['11', 'x', '-1', '0.5', ''], askAfter);
    expect(again.result).toEqual({ cr10: 0.5 });
    expect(again.said.match(/That is no number from 0 to 10/g)).toHaveLength(3);
  });

  test('a note is one line of plain text, whatever is typed', async () => {
    const { result } = await talk(['', 'a\u001b]0;title\u0007b\u0000\u202ec\td'], askAfter);
    expect(result.note).toBe('abc d');
  });
});

describe('§5 an offer', () => {
  const standing = { level: 1, adaptations: [] };
  const offers: Up[] = [
    { kind: 'level', standing, because: 'Level 1.' },
    { kind: 'pace', standing, because: 'Faster.' },
  ];
  test.each([
    ['1', 'level'],
    ['2', 'pace'],
    ['', undefined],
    ['3', undefined],
    ['0', undefined],
    ['yes', undefined],
  ])('%j answers it with %s', async (typed, kind) => {
    expect((await talk([typed], (asker) => askUp(asker, offers))).result?.kind).toBe(kind);
  });
});

describe('nobody answers', () => {
  test('the end of input is an error with exit code 2, at once and for every question after', async () => {
    const { input, output, hangUp } = conversation('one');
    const asker = createAsker({ input, output });
    hangUp();
    expect(await asker.ask('? ')).toBe('one');
    for (let turn = 0; turn < 2; turn += 1) {
      await expect(asker.ask('? ')).rejects.toMatchObject({ exitCode: 2, name: 'UnansweredError' });
    }
  });

  test('Ctrl-C is exit code 130', async () => {
    const input = new PassThrough();
    const asker = createAsker({ input, output: Object.assign(new PassThrough(), { isTTY: true }) });
    const answer = asker.ask('? ');
    input.write('\u0003');
    await expect(answer).rejects.toMatchObject({ exitCode: 130 });
    asker.close();
  });
});

test('what is said breaks between words, and goes on below where it began; for a screen reader it is whole', () => {
  const said = (isPlain: boolean): string => {
    const { input, output, said: all } = conversation();
    const asker = createAsker({ input, output: Object.assign(output, { columns: 40 }), isPlain });
    asker.say('  1  Pain or pressure in the chest: that is no day for training.');
    asker.close();
    return all();
  };
  expect(said(false)).toBe(
    '  1  Pain or pressure in the chest: that\n     is no day for training.\n',
  );
  expect(said(true)).toContain('chest: that is no day for training.');
});
