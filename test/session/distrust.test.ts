import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import {
  beats,
  headerOf,
  linkLost,
  openHeader,
  packet,
  packets,
  plainRoutine,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const told = (...inputs: (readonly Input[])[]) => tell(openHeader(), inputs.flat());
const trustOf = (...inputs: (readonly Input[])[]) =>
  storyOf(told(...inputs).facts, 'trust-changed');
const warningsOf = (...inputs: (readonly Input[])[]) =>
  storyOf(told(...inputs).facts, 'warning-raised', 'warning-cleared');
const distrustsOf = (facts: readonly Fact[]) =>
  facts.flatMap((fact) =>
    fact.type === 'measured' && fact.distrust !== undefined
      ? [`${fact.atMs / 1000} ${fact.distrust}`]
      : [],
  );

describe('§1 no-contact', () => {
  const denied = (atS: number) => packet(atS, 80, { contact: false });

  test('after 3 s of "contact supported, not detected"; each of its values is distrusted at once', () => {
    const { facts } = told(beats(80, 0, 10), packets(10, 15, denied));
    expect(storyOf(facts, 'trust-changed').slice(1)).toEqual([
      '12.001 trust-changed late',
      '13 trust-changed no-contact',
    ]);
    expect(distrustsOf(facts)).toEqual([10, 11, 12, 13, 14].map((atS) => `${atS} no-contact`));
  });

  test('2 s of it are not yet no contact', () => {
    expect(trustOf(beats(80, 0, 10), packets(10, 13, denied), beats(80, 13, 20)).slice(1)).toEqual([
      '12.001 trust-changed late',
      '13 trust-changed live',
    ]);
  });

  test('it is said from the start too, before any pulse was known', () => {
    expect(trustOf(packets(0, 5, denied))).toEqual(['3 trust-changed no-contact']);
  });

  test('it ends with the first value that has contact', () => {
    expect(trustOf(packets(0, 5, denied), beats(80, 5, 7)).at(-1)).toBe('5 trust-changed live');
  });

  test('when nothing comes any more it is lost, from the newest value or at once with the link', () => {
    expect(trustOf(packets(0, 5, denied), [tick(60)]).at(-1)).toBe('10.001 trust-changed lost');
    expect(trustOf(packets(0, 5, denied), [linkLost(4.5)]).at(-1)).toBe('4.5 trust-changed lost');
  });

  test('A6 it holds the exercise, and 3 trusted values with their countdown resume it', () => {
    const inputs = [...through([80, 20]), ...packets(20, 30, denied), ...beats(80, 30, 40)];
    const { facts } = tell(headerOf(plainRoutine()), inputs);
    expect(storyOf(facts, 'held', 'hold-countdown-began', 'hold-ended').slice(3)).toEqual([
      '23 held no-contact',
      '32 hold-countdown-began',
      '35 hold-ended',
    ]);
  });
});

describe('§1 implausible', () => {
  test('a single zero neither holds the exercise nor makes the signal late', () => {
    expect(trustOf(beats(80, 0, 10), [packet(10, 0)], beats(80, 11, 20))).toHaveLength(1);
  });

  test('3 s of nothing else are implausible', () => {
    expect(
      trustOf(
        beats(80, 0, 10),
        packets(10, 15, (atS) => packet(atS, 250)),
      ).slice(1),
    ).toEqual(['12.001 trust-changed late', '13 trust-changed implausible']);
  });

  test('A6 a spike is distrusted, raises nothing, and the values after it are trusted', () => {
    const inputs = [...beats(80, 0, 10), packet(10, 140), ...beats(80, 11, 20)];
    expect(distrustsOf(told(inputs).facts)).toEqual(['10 implausible']);
    expect(warningsOf(inputs)).toEqual([]);
    expect(trustOf(inputs)).toEqual(['0 trust-changed live']);
  });

  test('A6 a spike downwards does not clear a warning, nor does it begin its 10 s anew', () => {
    const up = [...beats(104, 0, 10), packet(10, 60), ...beats(104, 11, 20)];
    expect(warningsOf(up)).toHaveLength(2);
    const down = [...beats(84, 10, 15), packet(15, 130), ...beats(84, 16, 30)];
    expect(warningsOf(beats(96, 0, 10), down).at(-1)).toBe('20 warning-cleared caution');
  });

  test('A6 spikes in turn with true values are all distrusted, and no true value is', () => {
    const turns = packets(0, 20, (atS) => packet(atS, atS % 2 === 0 ? 80 : 140));
    expect(distrustsOf(told(turns).facts)).toHaveLength(10);
    expect(trustOf(turns)).toEqual(['0 trust-changed live']);
  });

  test('a true fast rise warns at the value that confirms it', () => {
    const { facts } = told(beats(80, 0, 10), [packet(10, 125), packet(11, 128)]);
    expect(distrustsOf(facts)).toEqual(['10 implausible']);
    expect(storyOf(facts, 'warning-raised')).toEqual([
      '11 warning-raised caution',
      '11 warning-raised over',
    ]);
  });

  test('a rise that its RR intervals support warns at once', () => {
    const { facts } = told(beats(80, 0, 10), [packet(10, 125, { rr: [480, 470] })]);
    expect(distrustsOf(facts)).toEqual([]);
    expect(storyOf(facts, 'warning-raised')).toHaveLength(2);
  });

  test('RR intervals of another pulse support nothing', () => {
    const { facts } = told(beats(80, 0, 10), [packet(10, 140, { rr: [750] })]);
    expect(distrustsOf(facts)).toEqual(['10 implausible']);
  });

  test.each([
    ['30 bpm', 110, 10],
    ['more than 1.5 s later', 140, 10.6],
  ])('a rise of %s is no jump', (_name, bpm, atS) => {
    expect(distrustsOf(told(beats(80, 0, 10), [packet(atS, bpm)]).facts)).toEqual([]);
  });

  test('31 bpm within 1.5 s is one', () => {
    expect(distrustsOf(told(beats(80, 0, 10), [packet(10.5, 111)]).facts)).toHaveLength(1);
  });

  test('values that never agree are implausible after 3 s, until two of them do', () => {
    const wild = packets(10, 18, (atS) => packet(atS, atS % 2 === 0 ? 130 + atS : 200 + atS));
    const { facts } = told(beats(80, 0, 10), wild, beats(120, 18, 22));
    expect(storyOf(facts, 'trust-changed').slice(1)).toEqual([
      '12.001 trust-changed late',
      '13 trust-changed implausible',
      '19 trust-changed live',
    ]);
  });
});

describe('§1 frozen', () => {
  const withRr = (bpm: number) => (atS: number) =>
    packet(atS, bpm, { rr: [60_000 / bpm + (atS % 7)] });
  const frozenFrom = (atS: number) => `${atS} trust-changed frozen`;

  test('the same bpm for 60 s without the RR intervals that came before', () => {
    const { facts } = told(packets(0, 10, withRr(80)), beats(80, 10, 80));
    expect(storyOf(facts, 'trust-changed')).toEqual(['0 trust-changed live', frozenFrom(70)]);
    expect(distrustsOf(facts)[0]).toBe('70 frozen');
  });

  test('a strap that never sent RR intervals may be steady', () => {
    expect(trustOf(beats(80, 0, 300))).toHaveLength(1);
  });

  test('another bpm, or an RR interval, begins the 60 s anew', () => {
    const start = packets(0, 10, withRr(80));
    const other = [...beats(80, 10, 50), packet(50, 81), ...beats(80, 51, 111)];
    expect(trustOf(start, other)).toHaveLength(1);
    const beat = [...beats(80, 10, 50), packet(50, 80, { rr: [750] }), ...beats(80, 51, 111)];
    expect(trustOf(start, beat)).toHaveLength(1);
    expect(trustOf(start, beat, beats(80, 111, 112)).at(-1)).toBe(frozenFrom(111));
  });

  test('identical packets, RR intervals in them, for 20 s', () => {
    const same = packets(0, 25, (atS) => packet(atS, 80, { rr: [750] }));
    expect(trustOf(same)).toEqual(['0 trust-changed live', frozenFrom(20)]);
    expect(trustOf(packets(0, 300, withRr(80)))).toHaveLength(1);
  });

  test('a gap of more than 6 s begins both anew', () => {
    const same = (atS: number) => packet(atS, 80, { rr: [750] });
    expect(trustOf(packets(0, 15, same), packets(22, 40, same)).at(-1)).toBe(
      '22 trust-changed live',
    );
  });

  test('A6 a pulse frozen above the limit is unknown, and its warning stands', () => {
    const same = packets(0, 40, (atS) => packet(atS, 104, { rr: [577] }));
    const { state } = told(same);
    expect(state.pulse).toBeUndefined();
    expect(state.guard.over).toBeDefined();
    expect(warningsOf(same, beats(94, 40, 48))).toHaveLength(2);
  });

  test('the first packet that differs is live again', () => {
    const same = packets(0, 30, (atS) => packet(atS, 80, { rr: [750] }));
    expect(trustOf(same, packets(30, 33, withRr(82))).at(-1)).toBe('30 trust-changed live');
  });
});
