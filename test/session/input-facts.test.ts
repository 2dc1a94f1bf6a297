import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { ofType } from './pace.ts';
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

const strapSays = (energyKj: number, skinContact: boolean): Input => ({
  type: 'signal',
  atMs: 1000,
  signal: {
    type: 'measurement',
    measurement: { bpm: 70, rrIntervalsMs: [857], skinContact, energyKj },
  },
});

describe('§7 a measurement is kept with all it says', () => {
  test.each([true, false])('skin contact %s, energy and RR intervals', (skinContact) => {
    const { facts, state } = tell(openHeader(), [strapSays(12, skinContact)]);
    expect(ofType(facts, 'measured')).toMatchObject([
      { bpm: 70, rrIntervalsMs: [857], skinContact, energyKj: 12 },
    ]);
    expect(state).toMatchObject({ skinContact, energyKj: 12 });
  });

  test('what a strap does not say is absent', () => {
    const [fact] = ofType(tell(openHeader(), beats(70, 0, 1)).facts, 'measured');
    expect(fact).toEqual({ type: 'measured', atMs: 0, bpm: 70, rrIntervalsMs: [] });
  });
});

describe('§3 an end that comes from outside ends once', () => {
  const header = headerOf(plainRoutine());
  const endOf = (key: 'stop' | 'time-up', untilS: number): string[] =>
    storyOf(tell(header, [...through([80, untilS]), press(untilS, key)]).facts).filter((each) =>
      each.startsWith(`${untilS} `),
    );

  test('an order to stop, in an exercise: stopped', () => {
    expect(endOf('stop', 20)).toEqual([
      '20 key-pressed stop',
      '20 exercise-ended 0 stopped',
      '20 session-ended stopped',
    ]);
  });

  test.each([
    ['stop', 'stopped'],
    ['time-up', 'completed'],
  ] as const)('%s in a rest with the pulse down', (key, reason) => {
    expect(endOf(key, 80)).toEqual([`80 key-pressed ${key}`, `80 session-ended ${reason}`]);
  });

  test('the time that was asked for does not cut short the cool-down of a discomfort', () => {
    const told = tell(header, [
      ...through([80, 20]),
      press(20, 'discomfort'),
      press(21, 'time-up'),
      ...beats(80, 21, 155),
    ]);
    expect(storyOf(told.facts, 'cool-down-began', 'session-ended')).toEqual([
      '20 cool-down-began discomfort',
      '150 session-ended discomfort',
    ]);
  });

  test('a stop in a cool-down leaves its reason what it was', () => {
    const cooling = [...through([80, 20]), press(20, 'discomfort'), press(21, 'stop')];
    expect(storyOf(tell(header, cooling).facts).at(-1)).toBe('21 session-ended discomfort');
  });
});
