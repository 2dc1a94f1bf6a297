import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { elapsedMs } from '../../src/session/stopwatch.ts';
import { paceOf } from './pace.ts';
import { beats, headerOf, openHeader, stepsOf, storyOf, tell } from './story.ts';

describe('§3 waiting for the pulse as an exercise of its own', () => {
  const settle = stepsOf({
    effort: 'still',
    dose: { type: 'settle', atLeastSeconds: 60, atMostSeconds: 240 },
  });
  const ends = (...inputs: (readonly Input[])[]) =>
    paceOf(settle, ...inputs).filter((each) => each.includes('exercise-ended'));

  test('it lasts its least where the pulse is down', () => {
    expect(ends(beats(80, 0, 300))).toEqual(['75 exercise-ended 0 done']);
  });

  test('it lasts its most where the pulse stays up', () => {
    expect(ends(beats(89, 0, 300))).toEqual(['255 exercise-ended 0 done']);
  });

  test('it ends in between as soon as the mean of 10 s is down', () => {
    expect(ends(beats(89, 0, 100), beats(85, 100, 300))).toEqual(['104 exercise-ended 0 done']);
  });
});

describe('§3 doses without a time', () => {
  test('an open step is ended by key alone', () => {
    const open = stepsOf({ effort: 'light', dose: { type: 'open' } });
    const { state } = tell(headerOf(open), beats(80, 0, 3000));
    expect(state.phase.name).toBe('exercise');
    expect(elapsedMs(state.clock, state.atMs)).toBe(2_984_000);
  });

  test('one that nobody ends is over after an hour, so that every session ends', () => {
    const open = stepsOf({ effort: 'light', dose: { type: 'open' } });
    const { facts } = tell(headerOf(open), beats(80, 0, 3700));
    const [ended] = facts.filter(({ type }) => type === 'exercise-ended');
    expect(ended).toMatchObject({ atMs: 3_615_000, outcome: 'done' });
  });

  test('a session without steps is open, and no pulse ends it', () => {
    const { facts, state } = tell(openHeader(), [...beats(70, 0, 500), ...beats(130, 500, 1500)]);
    expect(storyOf(facts.filter(({ type }) => type.endsWith('began')))).toEqual(['0 open-began']);
    expect(state.phase.name).toBe('open');
  });
});
