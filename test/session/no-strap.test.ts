import { describe, expect, test } from 'vitest';
import { explain } from '../../src/session/explain.ts';
import { paceOf } from './pace.ts';
import { headerOf, plainRoutine, press, stepsOf, storyOf, tell, tick } from './story.ts';

const unguarded = (routine = plainRoutine()) => headerOf(routine, { source: 'none' });

describe('§3 without a strap, by the person’s own word', () => {
  test('a plain timer: no hold, and rests by time alone', () => {
    const { facts } = tell(unguarded(), [tick(400)]);
    expect(storyOf(facts)).toEqual([
      '0 get-ready-began 0',
      '10 exercise-began 0',
      '70 exercise-ended 0 done',
      '70 rest-began planned',
      '90 get-ready-began 1',
      '98 exercise-began 1',
      '158 exercise-ended 1 done',
      '158 cool-down-began completed',
      '288 session-ended completed',
    ]);
  });

  test('there is no baseline to be had', () => {
    const { facts } = tell(unguarded({ ...plainRoutine(), baseline: true }), [tick(1)]);
    expect(storyOf(facts)).toEqual(['0 get-ready-began 0']);
  });

  test('calm until the pulse is down is calm for its longest', () => {
    const settle = { type: 'settle', atLeastSeconds: 60, atMostSeconds: 240 } as const;
    const { facts } = tell(unguarded(stepsOf({ effort: 'still', dose: settle })), [tick(400)]);
    expect(storyOf(facts, 'exercise-ended')).toEqual(['250 exercise-ended 0 done']);
  });

  test('pause and discomfort are heard', () => {
    const paused = tell(unguarded(), [press(20, 'pause'), tick(2000)]);
    expect(paused.state.phase.name).toBe('exercise');
    const unwell = tell(unguarded(), [press(20, 'discomfort'), tick(2000)]);
    expect(storyOf(unwell.facts).slice(-2)).toEqual([
      '20 cool-down-began discomfort',
      '150 session-ended discomfort',
    ]);
  });

  test('the line that explains the guard says that there is none', () => {
    const { state } = tell(unguarded(), [tick(20)]);
    expect(explain(state, 20_000)).toBe('no strap: nothing watches your pulse');
  });

  test('a strap that is only silent is no such session', () => {
    expect(paceOf(plainRoutine(), [tick(100)])).toEqual(['0 get-ready-began 0']);
  });
});
