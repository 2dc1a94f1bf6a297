import { describe, expect, test } from 'vitest';
import {
  beats,
  linkConnected,
  linkLost,
  measured,
  openHeader,
  storyOf,
  tell,
  tick,
} from './story.ts';

const trustOf = (...inputs: Parameters<typeof tell>[1][]) =>
  storyOf(tell(openHeader(), inputs.flat()).facts, 'trust-changed');

describe('§1 the age of the newest trusted value', () => {
  test('without a measurement the signal is searched for', () => {
    const { facts, state } = tell(openHeader(), [linkConnected(1), tick(120)]);
    expect(state.trust).toBe('searching');
    expect(storyOf(facts, 'trust-changed')).toEqual([]);
  });

  test('up to 3 s it is live, until 6 s late, then lost, each dated when it was due', () => {
    expect(trustOf([measured(10_000, 70), tick(60)])).toEqual([
      '10 trust-changed live',
      '13.001 trust-changed late',
      '16.001 trust-changed lost',
    ]);
  });

  test('a value every 3 s is live all the time', () => {
    expect(trustOf([0, 3, 6, 9].map((atS) => measured(atS * 1000, 70)))).toEqual([
      '0 trust-changed live',
    ]);
  });

  test('a value that comes while late is live again', () => {
    expect(trustOf([measured(0, 70), measured(4000, 70)])).toEqual([
      '0 trust-changed live',
      '3.001 trust-changed late',
      '4 trust-changed live',
    ]);
  });

  test('A6 once lost, the last value is gone: nothing can show it as the present one', () => {
    const late = tell(openHeader(), [measured(0, 70), tick(5)]).state;
    const lost = tell(openHeader(), [measured(0, 70), tick(7)]).state;
    expect(late.pulse).toEqual({ atMs: 0, bpm: 70 });
    expect(lost.pulse).toBeUndefined();
    expect(lost.recent).toEqual([]);
  });
});

describe('§1 the link', () => {
  test('a link that says it is down is lost at once', () => {
    expect(trustOf(beats(70, 0, 3), [linkLost(2.5)])).toEqual([
      '0 trust-changed live',
      '2.5 trust-changed lost',
    ]);
  });

  test('a link that is back is not a pulse that is back', () => {
    expect(trustOf(beats(70, 0, 3), [linkLost(2.5), linkConnected(5), tick(20)]).at(-1)).toBe(
      '2.5 trust-changed lost',
    );
  });

  test('a value that comes after the loss, even in its millisecond, is live', () => {
    expect(trustOf([measured(0, 70), linkLost(2), measured(2000, 101)])).toEqual([
      '0 trust-changed live',
      '2 trust-changed lost',
      '2 trust-changed live',
    ]);
  });
});

describe('A6 what cannot be is kept and marked, and is no pulse', () => {
  test.each([
    [0, undefined, 'implausible'],
    [24, undefined, 'implausible'],
    [241, undefined, 'implausible'],
    [255, undefined, 'implausible'],
    [Number.NaN, undefined, 'implausible'],
    [80, false, 'no-contact'],
    [0, false, 'no-contact'],
  ])('%s bpm, skin contact %s: %s', (bpm, contact, distrust) => {
    const { facts, state } = tell(openHeader(), [measured(0, bpm, contact)]);
    expect(facts).toContainEqual(expect.objectContaining({ type: 'measured', bpm, distrust }));
    expect(state.trust).toBe('searching');
    expect(state.pulse).toBeUndefined();
  });

  test.each([
    [25, undefined],
    [240, undefined],
    [80, true],
  ])('%s bpm, skin contact %s is trusted', (bpm, contact) => {
    const { facts, state } = tell(openHeader(), [measured(0, bpm, contact)]);
    expect(facts.find((fact) => fact.type === 'measured')).not.toHaveProperty('distrust');
    expect(state.trust).toBe('live');
  });

  test('distrusted values do not keep the last trusted one young', () => {
    const zeros = Array.from({ length: 8 }, (_, index) => measured((index + 1) * 1000, 0));
    expect(trustOf([measured(0, 70)], zeros).slice(1)).toEqual([
      '3.001 trust-changed late',
      '4 trust-changed implausible',
    ]);
  });

  test('a strap that has given no value to trust is still sought, not lost', () => {
    expect(trustOf([measured(0, 0)], [tick(60)])).toEqual([]);
    expect(trustOf([measured(0, 0)], [linkLost(2)], [tick(60)])).toEqual([]);
  });

  test('values that are distrusted and then stop coming are lost', () => {
    const zeros = Array.from({ length: 8 }, (_, index) => measured((index + 1) * 1000, 0));
    expect(trustOf([measured(0, 70)], zeros, [tick(60)]).at(-1)).toBe('14.001 trust-changed lost');
    expect(trustOf([measured(0, 70)], zeros, [linkLost(9)]).at(-1)).toBe('9 trust-changed lost');
  });

  test('a malformed packet is kept in hex, and keeps nothing young', () => {
    const bytes = Uint8Array.of(0x16, 0x0a);
    const malformed = { type: 'signal', atMs: 4000, signal: { type: 'malformed', bytes } } as const;
    const { facts } = tell(openHeader(), [measured(0, 70), malformed, tick(7)]);
    expect(facts).toContainEqual({ type: 'malformed', atMs: 4000, hex: '160a' });
    expect(storyOf(facts, 'trust-changed').at(-1)).toBe('6.001 trust-changed lost');
  });
});
