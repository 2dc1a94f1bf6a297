import { describe, expect, test } from 'vitest';
import { type Fact, keySchema } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import {
  beats,
  headerOf,
  plainRoutine,
  press,
  sourceEnded,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const header = headerOf(plainRoutine());
const inOrder = (inputs: Input[]) => inputs.sort((a, b) => a.atMs - b.atMs);
/** The story from `fromS` on, of a pulse of 80 and these keys. The first exercise runs from 15 s to 75 s. */
const storyFrom = (fromS: number, untilS: number, ...keys: Input[]) =>
  storyOf(tell(header, inOrder([...beats(80, 0, untilS), ...keys])).facts).filter(
    (each) => Number.parseFloat(each) >= fromS,
  );

describe('§3 pause', () => {
  test('stops the clock of an exercise until it is pressed again', () => {
    expect(storyFrom(20, 130, press(20, 'pause'), press(50, 'pause')).slice(0, 5)).toEqual([
      '20 key-pressed pause',
      '20 paused',
      '50 key-pressed pause',
      '50 resumed',
      '105 exercise-ended 0 done',
    ]);
  });

  test('stops the clocks of a rest and of getting ready too', () => {
    expect(storyFrom(80, 140, press(80, 'pause'), press(90, 'pause'))).toContain(
      '105 get-ready-began 1',
    );
    expect(storyFrom(8, 60, press(8, 'pause'), press(20, 'pause'))).toContain(
      '27 exercise-began 0',
    );
  });

  test('does not keep over from stopping the exercise', () => {
    const { state } = tell(header, [
      ...through([80, 20]),
      press(20, 'pause'),
      ...beats(101, 21, 22),
    ]);
    expect(state.phase.name).toBe('recovery');
    expect(state.clock.runningSinceMs).toBeUndefined();
  });
});

describe('§3 next', () => {
  test('skips what is left of an exercise; the pulse still decides the rest', () => {
    expect(storyFrom(20, 25, press(20, 'next')).slice(1)).toEqual([
      '20 exercise-ended 0 skipped',
      '20 rest-began planned',
      '20 get-ready-began 1',
    ]);
    const up = tell(header, [
      ...through([80, 18], [88, 30]),
      press(30, 'next'),
      ...beats(88, 31, 60),
    ]);
    expect(up.state.phase.name).toBe('rest');
  });

  test('skips a step that is being made ready', () => {
    expect(storyFrom(8, 10, press(8, 'next'))).toContain('8 exercise-ended 0 skipped');
  });

  test('in recovery gives up the exercise, but starts none in over', () => {
    const { facts, state } = tell(header, [
      ...through([80, 20], [104, 30]),
      press(30, 'next'),
      ...beats(104, 31, 200),
    ]);
    expect(storyOf(facts, 'exercise-ended').at(-1)).toBe('30 exercise-ended 0 skipped');
    expect(storyOf(facts, 'exercise-began')).toHaveLength(1);
    expect(state.phase.name).toBe('rest');
  });

  test('keeps what was left undone', () => {
    const { facts } = tell(header, [...through([80, 20]), press(20, 'next')]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        outcome: 'skipped',
        remaining: [{ kind: 'move', lengthMs: 55_000 }],
      }),
    );
  });

  test('means nothing in the cool-down', () => {
    expect(storyFrom(170, 171, press(170, 'next'))).toEqual(['170 key-pressed next']);
  });
});

describe('§7 keys are facts', () => {
  test.each(keySchema.options)('%s is kept, whether or not it means something', (key) => {
    expect(storyFrom(20, 21, press(20, key)).at(0)).toBe(`20 key-pressed ${key}`);
  });

  test('stop, the order of the machine, ends at once', () => {
    expect(storyFrom(20, 30, press(20, 'stop'))).toEqual([
      '20 key-pressed stop',
      '20 exercise-ended 0 stopped',
      '20 session-ended stopped',
    ]);
  });

  test('after the end nothing happens any more', () => {
    const ended = tell(header, [...through([80, 20]), sourceEnded(20)]);
    const all: Input[] = [
      ...keySchema.options.map((key) => press(30, key)),
      ...beats(120, 31, 40),
      sourceEnded(41),
      tick(9999),
    ];
    const after: Fact[] = [...tell(header, [...through([80, 20]), sourceEnded(20), ...all]).facts];
    expect(after).toEqual(ended.facts);
  });
});
