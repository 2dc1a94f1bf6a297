import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import type { Routine } from '../../src/session/routine.ts';
import { ofType } from './pace.ts';
import { beats, headerOf, press, stepsOf, storyOf, tell } from './story.ts';

const dose = { type: 'time', seconds: 30 } as const;
const measuredFirst = (routine: Routine) => headerOf({ ...routine, baseline: true });
const standing = stepsOf({ dose }, { dose }, { posture: 'sitting', effort: 'light', dose });
/** With a pulse of 82 at rest the first step is asked for at 65 s. */
const storyFrom65 = (routine: Routine, ...inputs: (readonly Input[])[]) => {
  const inOrder = [...beats(82, 0, 300), ...inputs.flat()].sort((a, b) => a.atMs - b.atMs);
  return storyOf(tell(measuredFirst(routine), inOrder).facts).filter(
    (each) =>
      Number.parseFloat(each) > 65 || each.startsWith('65 standing') || each.startsWith('65 get'),
  );
};

describe('§3 standing work with a pulse raised at rest', () => {
  test('waits for a key, and is left out after a minute without it', () => {
    expect(storyFrom65(standing).slice(0, 8)).toEqual([
      '65 standing-asked 0',
      '125 exercise-ended 0 skipped',
      '125 rest-began planned',
      '125 standing-asked 1',
      '185 exercise-ended 1 skipped',
      '185 rest-began planned',
      '185 get-ready-began 2',
      '193 exercise-began 2',
    ]);
  });

  test('begins with the key, which is asked for once a session', () => {
    const story = storyFrom65(standing, [press(70, 'stand-anyway')]);
    expect(story.slice(0, 4)).toEqual([
      '65 standing-asked 0',
      '70 key-pressed stand-anyway',
      '70 standing-allowed',
      '70 get-ready-began 0',
    ]);
    expect(story.filter((each) => each.includes('standing-asked'))).toHaveLength(1);
    expect(story).toContainEqual(expect.stringMatching(/exercise-began 1$/));
  });

  test('is left out at once by next', () => {
    expect(storyFrom65(standing, [press(70, 'next')])[2]).toBe('70 exercise-ended 0 skipped');
  });

  test.each([
    ['standing', 'light', 'standing-asked'],
    ['standing', 'still', 'get-ready-began'],
    ['sitting', 'moderate', 'get-ready-began'],
    ['lying', 'moderate', 'get-ready-began'],
    ['standing', 'moderate', 'standing-asked'],
    ['walking', 'moderate', 'standing-asked'],
    ['kneeling', 'vigorous', 'standing-asked'],
  ] as const)('%s and %s: %s', (posture, effort, fact) => {
    expect(storyFrom65(stepsOf({ posture, effort, dose }))[0]).toBe(`65 ${fact} 0`);
  });

  test('with a pulse that is low at rest nothing is asked', () => {
    const { facts } = tell(measuredFirst(standing), beats(70, 0, 300));
    expect(storyOf(facts, 'standing-asked')).toEqual([]);
  });

  test('what was left out in caution slows nothing after it', () => {
    const light = {
      effort: 'light',
      posture: 'sitting',
      dose: { type: 'time', seconds: 20, cadencePerMin: 30 },
    } as const;
    const inputs = [...beats(82, 0, 130), ...beats(92, 130, 170), ...beats(82, 170, 260)];
    const { facts } = tell(measuredFirst(stepsOf(light, { dose }, light)), inputs);
    expect(storyOf(facts, 'exercise-ended')[1]).toMatch(/1 skipped$/);
    expect(ofType(facts, 'get-ready-began').at(-1)).toMatchObject({
      stepIndex: 2,
      plan: [{ cadencePerMin: 30 }],
    });
  });

  test('what was left out keeps all of its plan undone, and lying down after it takes its 15 s', () => {
    const lying = { posture: 'lying', effort: 'light', dose } as const;
    const { facts } = tell(measuredFirst(stepsOf({ dose }, lying, lying)), [
      ...beats(82, 0, 70),
      press(70, 'next'),
    ]);
    expect(ofType(facts, 'exercise-ended')).toMatchObject([
      { outcome: 'skipped', remaining: [{ kind: 'move', lengthMs: 30_000 }] },
    ]);
    expect(ofType(facts, 'get-ready-began').at(-1)).toMatchObject({ lengthMs: 15_000 });
  });

  test('elsewhere its key means nothing', () => {
    const { facts } = tell(measuredFirst(standing), [
      ...beats(70, 0, 90),
      press(90, 'stand-anyway'),
    ]);
    expect(storyOf(facts).at(-1)).toBe('90 key-pressed stand-anyway');
  });
});
