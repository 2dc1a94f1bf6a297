import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyMeaning } from '../../src/ui/key-meaning.ts';
import { createKeyReader } from '../../src/ui/key-reader.ts';
import { anyCharacter } from '../any-character.ts';
import { connected, moments } from './story.ts';

const read = (...chunks: readonly (readonly [text: string, atMs: number])[]) => {
  const reader = createKeyReader();
  return chunks.flatMap(([text, atMs]) => reader(text, atMs));
};
const character = (text: string) => ({ type: 'character', character: text });

describe('what a terminal sends', () => {
  test('typed characters are keys, also a few at once', () => {
    expect(read(['q', 0], [' d', 400])).toEqual(['q', ' ', 'd'].map(character));
  });

  test('Ctrl-C and Ctrl-Z are told apart from keys', () => {
    expect(read(['\u0003', 0], ['\u001a', 300])).toEqual([
      { type: 'interrupt' },
      { type: 'suspend' },
    ]);
  });

  test('a lone ESC means nothing, and the key typed after it is still heard', () => {
    expect(read(['\u001b', 0], ['q', 500])).toEqual([character('q')]);
  });

  test('keys without a character have names, also cut in two, in the order they were typed', () => {
    const named = (name: string) => ({ type: 'named', name });
    const typed =
      '\u001b[A\u001bOB\u001b[C\u001b[D\u001b[5~\u001b[6~\u001b[H\u001b[4~\r\u007f\t\u0004';
    const names = ['up', 'down', 'right', 'left', 'page-up', 'page-down', 'home', 'end'];
    const all = [...names, 'enter', 'backspace', 'tab', 'end-of-input'].map(named);
    expect(read([typed, 0])).toEqual(all);
    for (let at = 1; at < typed.length; at += 1) {
      expect(read([typed.slice(0, at), 0], [typed.slice(at), 5])).toEqual(all);
    }
    expect(read(['1\u001b[Aq', 0])).toEqual([character('1'), named('up'), character('q')]);
  });

  test('Alt with a key, mouse reports and answers mean nothing, also cut in two', () => {
    const sequences = [
      '\u001bOQ',
      '\u001bq',
      '\u001b[<0;33;12M',
      '\u001b[Mqqq',
      '\u001b[?62;22c',
      '\u001b]11;rgb:0000/0000/0000\u0007',
    ];
    for (const sequence of sequences) {
      expect(read([sequence, 0])).toEqual([]);
      for (let at = 1; at < sequence.length; at += 1) {
        expect(read([sequence.slice(0, at), 0], [sequence.slice(at), 5])).toEqual([]);
      }
    }
  });

  test('1 MB pasted, however it is cut, is no key; afterwards keys are heard again', () => {
    const reader = createKeyReader();
    const paste = 'qq\u0003 d'.repeat(209_716);
    const typed = [];
    let atMs = 0;
    for (let at = 0; at < paste.length; at += 65_535, atMs += 3) {
      typed.push(...reader(paste.slice(at, at + 65_535), atMs));
    }
    typed.push(...reader('qq', atMs));
    expect(new Set(typed.map(({ type }) => type))).toEqual(new Set(['pasted']));
    expect(typed.map((each) => ('text' in each ? each.text : '')).join('')).toBe(`${paste}qq`);
    expect(reader('q', atMs + 1000)).toEqual([character('q')]);
  });

  test('every byte value at once is no key', () => {
    const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
    expect(read([bytes, 0]).map(({ type }) => type)).toEqual(['pasted']);
  });

  test('what the terminal marks as pasted is no key however short, also where its mark is cut in two', () => {
    const paste = '\u001b[200~q\rd\u0003\u001b[201~';
    const pasted = { type: 'pasted', text: 'q\rd\u0003' };
    expect(read([paste, 0])).toEqual([pasted]);
    expect(read([`${paste}q`, 0])).toEqual([pasted, character('q')]);
    for (let at = 2; at < paste.length; at += 1) {
      const cut = read([paste.slice(0, at), 0], [paste.slice(at), 5], ['q', 6]);
      expect(cut.at(-1)).toEqual(character('q'));
      expect(new Set(cut.slice(0, -1).map(({ type }) => type))).toEqual(new Set(['pasted']));
      expect(cut.map((each) => ('text' in each ? each.text : '')).join('')).toBe('q\rd\u0003');
    }
  });

  test('a paste that is never said to be over takes no later key with it', () => {
    expect(read(['\u001b[200~abc', 0], ['\u0003', 2000]).at(-1)).toEqual({ type: 'interrupt' });
  });

  test('property: no bytes make it throw, and it keeps no more than it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter })), (chunks) => {
        const reader = createKeyReader();
        for (const [index, chunk] of chunks.entries()) {
          expect(reader(chunk, index * 1000).length).toBeLessThanOrEqual(chunk.length);
        }
      }),
    );
  });
});

describe('what a key means', () => {
  test('§3: the end asks once; while it asks, q ends and any other key carries on', () => {
    const story = moments['end-asked']();
    expect(keyMeaning('q', story.state(), story.atMs())).toBe('end');
    expect(keyMeaning('x', story.state(), story.atMs())).toBe('carry-on');
    expect(keyMeaning(' ', story.state(), story.atMs())).toBe('carry-on');
  });

  test('§3: discomfort is heard whatever else is asked', () => {
    for (const tell of Object.values(moments)) {
      const story = tell();
      expect(keyMeaning('d', story.state(), story.atMs())).toBe('discomfort');
      expect(keyMeaning('D', story.state(), story.atMs())).toBe('discomfort');
    }
  });

  test('the reasons of a discomfort are keys only while they are asked', () => {
    const asked = moments.discomfort();
    expect(['1', '2', '3', '4', '5'].map((key) => keyMeaning(key, asked.state(), 0))).toEqual([
      'chest',
      'dizzy',
      'breathless',
      'pain',
      'other',
    ]);
    expect(keyMeaning('1', connected().state(), 0)).toBeUndefined();
  });

  test('names of object properties are no keys', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(keyMeaning(name, connected().state(), 0)).toBeUndefined();
    }
  });
});
