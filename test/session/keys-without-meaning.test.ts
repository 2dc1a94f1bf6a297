import { describe, expect, test } from 'vitest';
import type { Key } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import { ofType } from './pace.ts';
import { beats, headerOf, plainRoutine, press, stepsOf, storyOf, tell, through } from './story.ts';

const header = headerOf(plainRoutine());
const inOrder = (...inputs: (readonly Input[])[]): Input[] =>
  inputs.flat().sort((a, b) => a.atMs - b.atMs);

describe('§3 a key that means nothing brings nothing', () => {
  test('to carry on where no end was asked', () => {
    const { facts } = tell(header, [...beats(80, 0, 20), press(20, 'carry-on')]);
    expect(storyOf(facts).at(-1)).toBe('20 key-pressed carry-on');
  });

  test('discomfort, where it is known already: the reason that was given stays', () => {
    const { facts, state } = tell(
      header,
      inOrder(beats(80, 0, 40), [
        press(20, 'discomfort'),
        press(21, 'dizzy'),
        press(22, 'discomfort'),
        press(23, 'chest'),
      ]),
    );
    expect(ofType(facts, 'discomfort-reported')).toHaveLength(1);
    expect(state.discomfort).toEqual({ atMs: 20_000, reason: 'dizzy' });
  });

  test('the keys of the pace while the signal is gone', () => {
    const timed = headerOf(stepsOf({ dose: { type: 'time', seconds: 60, cadencePerMin: 30 } }));
    const keys: Key[] = ['more', 'less', 'dose-more', 'dose-less'];
    const { facts, state } = tell(timed, [
      ...beats(80, 0, 30),
      ...keys.map((key) => press(40, key)),
    ]);
    expect(state.hold).toBeDefined();
    expect(storyOf(facts).slice(-4)).toEqual(keys.map((key) => `40 key-pressed ${key}`));
  });
});

test('§3 a step that is skipped while it is made ready keeps all of its plan undone', () => {
  const { facts } = tell(header, inOrder(beats(80, 0, 12), [press(8, 'next')]));
  expect(ofType(facts, 'exercise-ended')[0]).toMatchObject({
    outcome: 'skipped',
    remaining: [{ kind: 'move', lengthMs: 60_000 }],
  });
});

test('§3 so does what is given up in recovery: what was left of it', () => {
  const { facts } = tell(header, inOrder(through([80, 25], [104, 40]), [press(32, 'next')]));
  expect(ofType(facts, 'exercise-ended').at(-1)).toMatchObject({
    outcome: 'skipped',
    remaining: [{ kind: 'move', lengthMs: 50_000 }],
  });
});
