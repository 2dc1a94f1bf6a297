import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { ofType } from './pace.ts';
import {
  beats,
  headerOf,
  linkLost,
  measured,
  openHeader,
  plainRoutine,
  press,
  storyOf,
  tell,
  tick,
} from './story.ts';

const soundsOf = (...inputs: (readonly Input[])[]) =>
  storyOf(
    tell(openHeader(), inOrder(inputs.flat())).facts,
    'warning-raised',
    'warning-repeated',
    'warning-acknowledged',
  );
const inOrder = (inputs: Input[]) => inputs.sort((a, b) => a.atMs - b.atMs);

describe('§2 repeats', () => {
  test('caution sounds every 30 s', () => {
    expect(soundsOf(beats(92, 0, 70))).toEqual([
      '0 warning-raised caution',
      '30 warning-repeated caution',
      '60 warning-repeated caution',
    ]);
  });

  test('over sounds every 10 s, and caution not beside it', () => {
    expect(soundsOf(beats(102, 0, 25)).slice(2)).toEqual([
      '10 warning-repeated over',
      '20 warning-repeated over',
    ]);
  });

  test('an over that falls to caution is not sounded at once: 30 s count from the last sound', () => {
    expect(soundsOf(beats(102, 0, 35), beats(92, 35, 80)).slice(2)).toEqual([
      '10 warning-repeated over',
      '20 warning-repeated over',
      '30 warning-repeated over',
      '40 warning-repeated over',
      '70 warning-repeated caution',
    ]);
  });

  test('A4 sound stops with its cause', () => {
    expect(soundsOf(beats(92, 0, 15), beats(80, 15, 200))).toEqual(['0 warning-raised caution']);
  });

  test('says the pulse of the moment, not that of the onset', () => {
    const { facts } = tell(openHeader(), [...beats(92, 0, 20), ...beats(97, 20, 35)]);
    expect(ofType(facts, 'warning-repeated')).toEqual([
      { type: 'warning-repeated', atMs: 30_000, level: 'caution', bpm: 97 },
    ]);
  });

  test('A6 over sounds on while the signal is lost, without a number; caution waits for the pulse', () => {
    const over = tell(openHeader(), [...beats(102, 0, 5), linkLost(5), tick(21)]);
    expect(ofType(over.facts, 'warning-repeated')).toEqual([
      { type: 'warning-repeated', atMs: 10_000, level: 'over' },
      { type: 'warning-repeated', atMs: 20_000, level: 'over' },
    ]);
    expect(soundsOf(beats(92, 0, 5), [linkLost(5)], beats(92, 40, 42)).slice(1)).toEqual([
      '40 warning-repeated caution',
    ]);
  });
});

describe('A5 acknowledging', () => {
  test('silences caution for 60 s', () => {
    expect(soundsOf(beats(92, 0, 101), [press(10, 'acknowledge')])).toEqual([
      '0 warning-raised caution',
      '10 warning-acknowledged caution',
      '70 warning-repeated caution',
      '100 warning-repeated caution',
    ]);
  });

  test('silences over for 60 s', () => {
    const sounds = soundsOf(beats(102, 0, 76), [press(5, 'acknowledge')]);
    expect(sounds.slice(4)).toEqual(['65 warning-repeated over', '75 warning-repeated over']);
  });

  test('says until when, for the countdown on the screen', () => {
    const { state } = tell(openHeader(), [measured(0, 92), press(1, 'acknowledge')]);
    expect(state.guard.caution?.silentUntilMs).toBe(61_000);
  });

  test('a rise from caution to over breaks the silence', () => {
    expect(
      soundsOf(beats(92, 0, 10), [press(5, 'acknowledge')], beats(101, 10, 21)).slice(2),
    ).toEqual(['10 warning-raised over', '20 warning-repeated over']);
  });

  test('means nothing where nothing warned', () => {
    expect(soundsOf(beats(70, 0, 10), [press(5, 'acknowledge')])).toEqual([]);
  });
});

describe('§2 where caution is shown and not repeated', () => {
  const routine = plainRoutine();
  const repeatsIn = (...inputs: (readonly Input[])[]) =>
    storyOf(tell(headerOf(routine), inOrder(inputs.flat())).facts, 'warning-repeated');
  /** The exercise of a minute from 15 s on is skipped at 20 s; a rest follows. */
  const resting = [...beats(80, 0, 20), press(20, 'next')];

  const changing = (bpmPerS: number): Input[] =>
    Array.from({ length: 40 }, (_, index) => measured((20 + index) * 1000, 95 + index * bpmPerS));

  test('in a rest, while the pulse falls', () => {
    expect(repeatsIn(resting, changing(-1 / 8))).toEqual([]);
  });

  test.each([
    ['stays', 0],
    ['rises', 1 / 8],
  ])('but in a rest it is repeated while the pulse %s', (_name, bpmPerS) => {
    expect(repeatsIn(resting, changing(bpmPerS))).toEqual(['50 warning-repeated caution']);
  });

  test('A7 a change of step never mutes over', () => {
    const sounds = repeatsIn(beats(80, 0, 20), beats(102, 20, 50), [
      press(25, 'next'),
      press(33, 'next'),
    ]);
    expect(sounds).toEqual(['30 warning-repeated over', '40 warning-repeated over']);
  });

  test('a paused session stays guarded, and only over sounds', () => {
    const paused = [press(5, 'pause')];
    expect(soundsOf(paused, beats(92, 0, 100))).toEqual(['0 warning-raised caution']);
    const later = tell(
      openHeader(),
      inOrder([...beats(80, 0, 10), ...paused, ...beats(92, 10, 12)]),
    );
    expect(later.facts).toContainEqual(
      expect.objectContaining({ type: 'warning-raised', level: 'caution', silent: true }),
    );
    expect(soundsOf(paused, beats(102, 6, 27)).slice(1)).toEqual([
      '6 warning-raised over',
      '16 warning-repeated over',
      '26 warning-repeated over',
    ]);
  });

  test('a sound is dated when it was due, however late somebody looks', () => {
    const { facts } = tell(
      openHeader({ rules: { ...openHeader().rules, lateAfterS: 10, lostAfterS: 30 } }),
      [measured(0, 102), tick(25)],
    );
    expect(storyOf(facts, 'warning-repeated')).toEqual([
      '10 warning-repeated over',
      '20 warning-repeated over',
    ]);
  });
});
