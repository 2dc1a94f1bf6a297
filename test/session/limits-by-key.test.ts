import { describe, expect, test } from 'vitest';
import type { Key } from '../../src/session/facts.ts';
import {
  beats,
  headerOf,
  openHeader,
  plainRoutine,
  press,
  storyOf,
  tell,
  through,
} from './story.ts';

const limitsAfter = (...keys: Key[]) =>
  tell(
    openHeader(),
    keys.map((key, index) => press(index + 1, key)),
  ).state.limits;

describe('§2 limits chosen by key', () => {
  test('move together by 5, and say that a key moved them', () => {
    expect(limitsAfter('limits-raise')).toEqual({
      cautionBpm: 95,
      limitBpm: 105,
      cautionOrigin: 'key',
      limitOrigin: 'key',
    });
    expect(limitsAfter('limits-lower')).toMatchObject({ cautionBpm: 85, limitBpm: 95 });
    expect(limitsAfter('limits-raise', 'limits-lower')).toMatchObject({ cautionBpm: 90 });
  });

  test('stay within 40 and 220, their span kept', () => {
    const far = (key: Key) => limitsAfter(...Array.from({ length: 60 }, () => key));
    expect(far('limits-raise')).toMatchObject({ cautionBpm: 210, limitBpm: 220 });
    expect(far('limits-lower')).toMatchObject({ cautionBpm: 40, limitBpm: 50 });
  });

  test('lowered below the pulse they warn in that turn, and stop the exercise', () => {
    const lowered = [...through([80, 20], [98, 22]), press(22, 'limits-lower')];
    const { facts, state } = tell(headerOf(plainRoutine()), lowered);
    expect(storyOf(facts, 'warning-raised')).toEqual([
      '20 warning-raised caution',
      '22 warning-raised over',
    ]);
    expect(state.phase.name).toBe('recovery');
  });

  test('a pulse that is late warns only with its next value', () => {
    const late = [...beats(88, 0, 10), press(13.5, 'limits-lower')];
    expect(storyOf(tell(openHeader(), late).facts, 'warning-raised')).toEqual([]);
    expect(
      storyOf(tell(openHeader(), [...late, ...beats(88, 14, 15)]).facts, 'warning-raised'),
    ).toEqual(['14 warning-raised caution']);
  });

  test('moved they begin the 10 s of a warning that is going anew', () => {
    const moved = [
      ...through([92, 5], [84, 13]),
      press(12.5, 'limits-raise'),
      ...beats(84, 13, 40),
    ];
    const inOrder = moved.sort((a, b) => a.atMs - b.atMs);
    expect(storyOf(tell(openHeader(), inOrder).facts, 'warning-cleared')).toEqual([
      '23 warning-cleared caution',
    ]);
  });

  test('raised they end no warning at once: it is left after 10 s below the new number', () => {
    const raised = [...beats(92, 0, 5), press(5, 'limits-raise'), ...beats(90, 5, 30)];
    expect(storyOf(tell(openHeader(), raised).facts, 'warning-cleared')).toEqual([
      '15 warning-cleared caution',
    ]);
  });
});
