import { describe, expect, test } from 'vitest';
import { findRoutine } from '../../src/library/library.ts';
import type { SessionState } from '../../src/session/state.ts';
import { screenModel } from '../../src/ui/screen-model.ts';
import { settings } from './frame.tsx';
import { connected, createStory, header, moments, type Story } from './story.ts';

const modelOf = (story: Story) => screenModel(story.state(), story.atMs(), settings);

describe('an open session', () => {
  const walking = (): Story => createStory({ ...header, routine: findRoutine('walk') });

  test('has nothing next and no time left, not even before its first value', () => {
    const model = modelOf(walking());
    expect([model.next, model.left]).toEqual([undefined, undefined]);
  });

  test('in caution is asked to slow down, as any exercise is', () => {
    expect(modelOf(walking().beat(92, 3)).zone.advice).toBe('slow down · breathe out');
  });
});

test('a pulse that comes for the first time is not called back', () => {
  expect(modelOf(createStory().wait(4).beat(80, 2)).task.title).toBe('Your pulse is there');
  const lost = connected().until(80, ({ phase }) => phase.name === 'exercise');
  expect(modelOf(lost.beat(80, 5).wait(9).beat(80, 2)).task.title).toBe('The pulse is back');
});

test('getting ready says which side comes first', () => {
  const story = connected().until(
    80,
    ({ phase }) => phase.name === 'get-ready' && phase.stepIndex === 1,
  );
  expect(modelOf(story).task.unit).toBe('s · get ready · left, 1 of 2');
});

describe('§1 the pulse is not said to be watched where it is not', () => {
  const inExercise = (story: Story): Story => {
    while (story.state().phase.name !== 'exercise') story.wait(1);
    return story;
  };
  const words = (story: Story): string => modelOf(story).task.lines.join(' ');
  const bare = (): Story => inExercise(createStory({ ...header, source: 'none' }));
  const lost = (): Story =>
    connected()
      .until(80, ({ phase }) => phase.name === 'exercise')
      .wait(9);

  test('paused', () => {
    expect(words(bare().press('pause'))).toBe('Space goes on. Nothing watches your pulse.');
    expect(words(lost().press('pause'))).toBe('Space goes on. Your pulse is not known now.');
    expect(words(moments.paused())).toBe('Space goes on. Your pulse is still watched.');
  });

  test('in a cool-down, and after a discomfort', () => {
    const ended = bare().press('end').press('end').wait(2);
    expect(words(ended)).toBe('Nothing watches your pulse. You ended the session.');
    expect(words(bare().press('discomfort').press('pain'))).toMatch(
      /Nothing watches your pulse\.$/,
    );
    expect(words(lost().press('discomfort').press('pain'))).toMatch(/pulse is not known now\.$/);
    expect(words(moments['cool-down']())).toMatch(/^Your pulse is measured as it falls/);
  });

  test('in evening out nothing is said to be waited for', () => {
    const story = bare();
    const isLast = (): boolean => {
      const { phase } = story.state();
      return phase.name === 'exercise' && phase.stepIndex === 2;
    };
    while (!isLast()) story.wait(1);
    expect(modelOf(story).task.unit).toBe('so far');
  });
});

test('after lying work the cool-down is lying too', () => {
  const [first] = header.routine.steps;
  const steps = [{ ...first, posture: 'lying', restPosture: 'lying' }];
  const inBed = { ...header, routine: { ...header.routine, steps } } as typeof header;
  const story = createStory(inBed)
    .link({ status: 'connected', name: 'a strap' })
    .until(80, ({ phase }) => phase.name === 'cool-down');
  expect(modelOf(story).task.title).toBe('Cool-down · lie and let it come down');
  expect(modelOf(moments['cool-down']()).task.title).toBe('Cool-down · sit and let it come down');
});

test('§3 a pulse that stays above the limit names help; one that is only raised does not', () => {
  const stayed = (bpm: number): readonly string[] => {
    const story = connected()
      .until(84, ({ phase }) => phase.name === 'exercise')
      .until(104, ({ phase }) => phase.name === 'recovery')
      .until(bpm, ({ phase }) => phase.name === 'cool-down');
    expect(story.state().windUp).toBe('still-raised');
    return modelOf(story).task.lines;
  };
  expect(stayed(104)[0]).toMatch(/^Call 112 at once for chest pain/);
  expect(stayed(92).join(' ')).not.toContain('112');
});

test('a rest that waits too long offers its three keys first, in few columns too', () => {
  const keys = modelOf(moments.offer()).keys.map(({ key }) => key);
  expect(keys.slice(0, 4)).toEqual(['d', 'r', 'n', 'c']);
});

describe('§3 a cool-down whose time is over with the pulse above the limit', () => {
  const isProlonged = ({ phase }: SessionState) =>
    phase.name === 'cool-down' && phase.isProlonged === true;
  const over = (): Story =>
    connected()
      .until(80, ({ phase }) => phase.name === 'exercise')
      .press('end')
      .press('end')
      .until(104, isProlonged);

  test('says the number and what to do, names help, and no time left', () => {
    const { task, left } = modelOf(over());
    expect(task.title).toBe('Not down yet · stay seated, breathe out');
    expect(task.lines).toEqual([
      expect.stringMatching(/^Call 112 at once for chest pain/),
      'Your pulse is 104, still above 100.',
      'If it stays up, ask a doctor.',
      'It is watched on until it is down; q ends.',
    ]);
    expect(left).toBeUndefined();
  });

  test('when a key ends it, the last words are not those of a routine that is done', () => {
    const { task } = modelOf(over().press('end'));
    expect(task.lines.join(' ')).toBe(
      'You ended the session. Your pulse is 104, still above 100. Stay seated, breathe out slowly, wait until it is down. If it stays up, ask a doctor.',
    );
  });

  test('once it is down the session ends, and nothing more is said of the pulse', () => {
    const { task } = modelOf(over().until(80, ({ phase }) => phase.name === 'ended'));
    expect(task.lines.join(' ')).toBe('You ended the session.');
  });
});
