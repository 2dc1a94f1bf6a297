import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { runs } from '../runs.ts';
import { randomSession } from './random-session.ts';
import { beats, headerOf, plainRoutine, press, storyOf, tell, tick } from './story.ts';

const header = headerOf(plainRoutine());
const note = (atS: number, text: string): Input => ({ type: 'note', atMs: atS * 1000, text });

test('§3 a note in an exercise is kept at its time, and the exercise goes on', () => {
  const { facts, state } = tell(header, [...beats(75, 0, 30), note(30, 'Left knee clicks')]);
  expect(facts.at(-1)).toEqual({ type: 'note-added', atMs: 30_000, text: 'Left knee clicks' });
  expect(state.phase.name).toBe('exercise');
  expect(state.paused).toBeUndefined();
});

test('§3 after the end of the session no note comes in', () => {
  const ended = tell(header, [...beats(75, 0, 20), press(20, 'stop'), note(21, 'Too late')]);
  expect(storyOf(ended.facts, 'note-added')).toEqual([]);
});

test('§7 property: notes bring about no other fact', () => {
  fc.assert(
    fc.property(randomSession, ({ header, inputs }) => {
      const end = tick(1700);
      const silent = inputs.filter(({ type }) => type !== 'note');
      const noted = tell(header, [...inputs, end]);
      const bare = tell(header, [...silent, end]);
      expect(noted.facts.filter(({ type }) => type !== 'note-added')).toEqual(bare.facts);
    }),
    { numRuns: runs(60) },
  );
});
