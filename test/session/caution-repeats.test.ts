import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { beats, headerOf, plainRoutine, press, stepsOf, storyOf, tell, through } from './story.ts';

const repeats = (header: ReturnType<typeof headerOf>, inputs: readonly Input[]): string[] =>
  storyOf(tell(header, inputs).facts, 'warning-repeated');

describe('§2 caution repeats every 30 s where something is done, also while it falls', () => {
  test('in an exercise', () => {
    const still = headerOf(stepsOf({ effort: 'still', dose: { type: 'time', seconds: 120 } }));
    expect(repeats(still, through([80, 20], [95, 40], [91, 100]))).toEqual([
      '50 warning-repeated caution',
      '80 warning-repeated caution',
    ]);
  });

  test('while the next exercise is made ready', () => {
    const story = repeats(headerOf(plainRoutine()), through([80, 70], [92, 75], [86, 101]));
    expect(story).toEqual(['100 warning-repeated caution']);
  });

  test.each([
    ['falls', [92, 92, 91, 91, 90, 90, 89, 89], []],
    ['rises', [90, 91, 92, 93, 94, 95, 96, 97], ['50 warning-repeated caution']],
  ] as const)(
    'in the cool-down, where the pulse %s: what falls is not repeated',
    (_name, bpms, repeated) => {
      const cooling = bpms.flatMap((bpm, index) => beats(bpm, 20 + index * 5, 25 + index * 5));
      const end = [press(19.5, 'end'), press(19.6, 'end')];
      const told = tell(headerOf(plainRoutine()), [...through([80, 19]), ...end, ...cooling]);
      expect(told.state.phase.name).toBe('cool-down');
      expect(storyOf(told.facts, 'warning-raised')).toEqual(['20 warning-raised caution']);
      expect(storyOf(told.facts, 'warning-repeated')).toEqual(repeated);
    },
  );

  test('in a rest it is repeated where a gap leaves unknown whether it falls', () => {
    const gap = [...through([80, 74], [92, 96]), ...beats(92, 100, 106)];
    expect(repeats(headerOf(plainRoutine()), gap)).toEqual(['104 warning-repeated caution']);
  });
});

describe('§2 a key acknowledges', () => {
  const acknowledged = (inputs: readonly Input[]): string[] =>
    storyOf(
      tell(
        headerOf(plainRoutine()),
        [...inputs].sort((a, b) => a.atMs - b.atMs),
      ).facts,
      'warning-acknowledged',
    );

  test('pressed again while the warning is on, the silence begins anew', () => {
    expect(
      acknowledged([
        ...through([80, 20], [92, 50]),
        press(25, 'acknowledge'),
        press(40, 'acknowledge'),
      ]),
    ).toEqual(['25 warning-acknowledged caution', '40 warning-acknowledged caution']);
  });

  test('a warning that is past and seen is not acknowledged a second time', () => {
    expect(
      acknowledged([
        ...through([80, 20], [92, 24], [80, 60]),
        press(50, 'acknowledge'),
        press(55, 'acknowledge'),
      ]),
    ).toEqual(['50 warning-acknowledged caution']);
  });
});
