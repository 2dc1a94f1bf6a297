import { expect, test } from 'vitest';
import { decide } from '../../src/session/decide.ts';
import { evolve } from '../../src/session/evolve.ts';
import { type Fact, factSchema } from '../../src/session/facts.ts';
import { beats, headerOf, plainRoutine, press, tell, tick } from './story.ts';

const { facts, state } = tell(headerOf(plainRoutine()), [...beats(75, 1, 20), press(20, 'stop')]);
const later: Fact[] = [
  { type: 'effort-rated', atMs: state.atMs, cr10: 3 },
  { type: 'note-added', atMs: state.atMs, text: 'Slept badly.' },
];

test('§7 effort and notes are taken after the end, and change nothing of the session', () => {
  expect(facts.at(-1)?.type).toBe('session-ended');
  expect(later.map((fact) => factSchema.parse(fact))).toEqual(later);
  expect(later.reduce(evolve, state)).toEqual(state);
  expect(decide(later.reduce(evolve, state), tick(60)).facts).toEqual([]);
});

test('§7 effort is on Borg’s scale from 0 to 10, and a note has something in it', () => {
  const taken = (fact: object) => factSchema.safeParse({ atMs: 0, ...fact }).success;
  expect([0, 0.5, 10].every((cr10) => taken({ type: 'effort-rated', cr10 }))).toBe(true);
  expect([-1, 10.5, Number.NaN].some((cr10) => taken({ type: 'effort-rated', cr10 }))).toBe(false);
  expect(taken({ type: 'note-added', text: '' })).toBe(false);
  expect(taken({ type: 'note-added', text: 'x'.repeat(2001) })).toBe(false);
});
