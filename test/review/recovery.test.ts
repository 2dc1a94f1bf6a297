import { describe, expect, test } from 'vitest';
import { sessionFigures } from '../../src/review/session-figures.ts';
import { summarize } from '../../src/review/summary.ts';
import type { Fact } from '../../src/session/facts.ts';
import { headerOf, openHeader } from '../session/story.ts';
import {
  began,
  cooling,
  ended,
  happened,
  held,
  journal,
  measured,
  over,
  routineOf,
  steady,
} from './journal-facts.ts';

const recoveryOf = (...facts: (Fact | Fact[])[]) =>
  summarize(headerOf(routineOf('light', 'moderate', 'still')), journal(...facts)).recovery;

/** Falls by one beat every two seconds from 120 at 100 s. */
const falling = Array.from({ length: 260 }, (_, s) =>
  measured(s, s <= 100 ? 120 : 120 - Math.floor((s - 100) / 2)),
);

describe('heart-rate recovery (analytics §8)', () => {
  test('is the last 10 s of the last effort less the 10 s around 60 s and 120 s later', () => {
    const recovery = recoveryOf(falling, began(0), ended(100, 'done'), cooling(100), over(230));
    // 156–165 s: 92,92,91,91,90,90,89,89,88,88 → 90; 216–225 s: 62,…,58 → 60.
    expect(recovery).toEqual({ effortEndS: 100, effortEndBpm: 120, hrr60Bpm: 30, hrr120Bpm: 60 });
  });

  test('is negative where the pulse rose', () => {
    const { hrr60Bpm } = recoveryOf(
      steady(80, 0, 101),
      steady(90, 101, 200),
      began(0),
      ended(100, 'done'),
      over(200),
    );
    expect(hrr60Bpm).toBe(-10);
  });

  test('counts from the last effort of light or more: what is still comes after it', () => {
    const { effortEndS } = recoveryOf(
      steady(80, 0, 400),
      began(0, 1),
      ended(100, 'done', 1),
      began(110, 2),
      ended(250, 'done', 2),
      cooling(250),
      over(400),
    );
    expect(effortEndS).toBe(100);
  });

  test('counts from where the effort stopped: at the over-stop of a step then dropped, at the pause before an end', () => {
    const dropped = recoveryOf(began(0), ended(60, 'over'), ended(150, 'dropped'), over(300));
    expect(dropped.effortEndS).toBe(60);
    const paused = recoveryOf(
      began(0),
      happened(50, 'paused'),
      happened(90, 'resumed'),
      ended(90, 'stopped'),
      over(300),
    );
    expect(paused.effortEndS).toBe(50);
  });

  test('is after the exercise that ended, though the next began in that very moment', () => {
    const figures = sessionFigures(
      headerOf(routineOf('light', 'still')),
      journal(
        falling,
        began(0),
        ended(100, 'done'),
        began(100, 1),
        ended(220, 'done', 1),
        over(230),
      ),
    );
    expect(figures.fall).toMatchObject({ afterStepId: 'light-1', hrr60Bpm: 30 });
  });

  test('of an open session counts from the beginning of the cool-down', () => {
    const facts = journal(falling, happened(0, 'open-began'), cooling(100), over(230));
    expect(summarize(openHeader(), facts).recovery).toMatchObject({
      effortEndS: 100,
      hrr60Bpm: 30,
    });
  });

  test('is unavailable where the session ended too soon', () => {
    const { hrr60Bpm, hrr120Bpm } = recoveryOf(falling, began(0), ended(100, 'done'), over(170));
    expect(hrr60Bpm).toBe(30);
    expect(hrr120Bpm).toEqual({ unavailable: 'the session ended less than 125 s after it' });
  });

  test('is unavailable where the pulse was not known at both times', () => {
    const silentAtEnd = falling.filter(({ atMs }) => atMs < 92_000 || atMs > 101_000);
    const first = recoveryOf(silentAtEnd, began(0), ended(100, 'done'), over(230));
    const atEnd = { unavailable: 'the pulse was not known at the end of the effort' };
    expect(first).toMatchObject({ effortEndBpm: atEnd, hrr60Bpm: atEnd, hrr120Bpm: atEnd });
    const silentLater = falling.filter(({ atMs }) => atMs < 150_000 || atMs > 164_000);
    const second = recoveryOf(silentLater, began(0), ended(100, 'done'), over(230));
    expect(second.hrr60Bpm).toEqual({ unavailable: 'the pulse was not known 60 s after it' });
    expect(second.hrr120Bpm).toBe(60);
  });

  test('is unavailable where nothing but stillness was done', () => {
    const { hrr60Bpm } = recoveryOf(
      steady(80, 0, 300),
      began(0, 2),
      ended(100, 'done', 2),
      over(300),
    );
    expect(hrr60Bpm).toEqual({ unavailable: 'no effort of light or more was done' });
  });

  test('takes a hold for the end of the effort where it was not resumed', () => {
    expect(recoveryOf(began(0), held(40), ended(340, 'stopped'), over(340)).effortEndS).toBe(40);
  });
});
