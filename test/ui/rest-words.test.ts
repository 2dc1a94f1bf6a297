import { describe, expect, test } from 'vitest';
import { meanBpm } from '../../src/session/pulse-mean.ts';
import type { SessionState } from '../../src/session/state.ts';
import { screenModel } from '../../src/ui/screen-model.ts';
import { settings } from './frame.tsx';
import { connected, createStory, header, type Story } from './story.ts';

const modelOf = (story: Story) => screenModel(story.state(), story.atMs(), settings);
const titleOf = (story: Story): string => modelOf(story).task.title;
const inRest = ({ phase }: SessionState): boolean => phase.name === 'rest';
const inRecovery = ({ phase }: SessionState): boolean => phase.name === 'recovery';
const resting = (): Story => connected().until(80, inRest);

describe('§3 the words of a rest say what its rule does', () => {
  test('a mean just above what is waited for is never shown as if it were there', () => {
    const story = resting().beat(88, 25).beat(87, 9);
    const mean = meanBpm(story.state()) ?? 0;
    expect(mean).toBeGreaterThan(87);
    expect(mean).toBeLessThan(87.5);
    expect(titleOf(story)).toBe('Rest until 87 or below, now 88');
    expect(story.beat(87, 1).state().phase.name).toBe('get-ready');
  });

  test('a pulse that is down waits for the time of the rest alone', () => {
    expect(titleOf(resting().beat(80, 10))).toBe('Rest · 80 is low enough');
  });

  test('§1 a pulse that has just gone up is not said to be low enough, though its mean is yet', () => {
    expect(titleOf(resting().beat(80, 15).beat(95, 1))).toBe('Rest until 87 or below, now 95');
    const over = connected()
      .until(80, ({ phase }) => phase.name === 'exercise')
      .beat(80, 12)
      .beat(104, 1);
    expect(modelOf(over).task.lines[0]).toBe('Rest until 87 or below, now 104.');
  });

  test('limits that a key has just raised ask for ten seconds of it', () => {
    const story = resting().beat(90, 30).press('limits-raise').beat(90, 3);
    expect(titleOf(story)).toBe('Rest until it stays at 92, now 90');
    expect(story.beat(90, 7).state().phase.name).toBe('get-ready');
  });

  test('a mean that is not known yet is not made up', () => {
    expect(titleOf(resting().wait(5).beat(80, 2))).toBe('Rest until 87 or below');
  });

  test('without a strap it is a rest, and no pulse is waited for', () => {
    const story = createStory({ ...header, source: 'none' });
    while (!inRest(story.state())) story.wait(1);
    expect(titleOf(story)).toBe('Rest');
  });
});

describe('§3 the words of a recovery say where it leads', () => {
  const stopped = (): Story =>
    connected()
      .until(82, ({ phase }) => phase.name === 'exercise' && phase.stepIndex === 1)
      .beat(84, 6)
      .until(104, inRecovery)
      .beat(104, 8);
  const last = (story: Story): string => modelOf(story).task.lines.at(-1) ?? '';

  test('back to the exercise, lighter', () => {
    expect(last(stopped())).toBe('Then the exercise goes on, lighter.');
    expect(modelOf(stopped()).next).toBe('next: Side bends with leg lift');
  });

  test('past it, at the second over-stop', () => {
    const story = stopped()
      .until(80, ({ phase }) => phase.name === 'exercise')
      .until(104, inRecovery)
      .beat(104, 8);
    expect(last(story)).toBe('That was enough of this exercise.');
    expect(modelOf(story).next).toBe('next: Evening out');
  });
});

test('§5 what is next has the name of the variant that will be done', () => {
  const [first, second] = header.routine.steps;
  const easier = { name: 'Side bends at a chair', prompt: ['Hold on to a chair.'] };
  const routine = { ...header.routine, steps: [first, { ...second, easier }] };
  const adaptations = [{ stepId: 'side-bends', easier: true, cadenceFactor: 1 }];
  const story = createStory({ ...header, routine, adaptations } as typeof header).beat(80, 12);
  expect(modelOf(story).next).toBe('next: Side bends at a chair');
});
