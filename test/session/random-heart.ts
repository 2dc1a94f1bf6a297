import fc from 'fast-check';
import type { Input } from '../../src/session/input.ts';
import { measured } from './story.ts';

/** A heart that wanders or swings for some minutes; most of the time about the limits, where the rules are busy. */
export const stretch = fc.record({
  shape: fc.constantFrom('walk' as const, 'sine' as const),
  bpm: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 76, max: 108 }) },
    { weight: 1, arbitrary: fc.integer({ min: 30, max: 230 }) },
  ),
  swing: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 16 }) },
    fc.integer({ min: 17, max: 90 }),
  ),
  periodS: fc.integer({ min: 6, max: 400 }),
  lengthS: fc.integer({ min: 5, max: 180 }),
  seed: fc.integer(),
});
export type Stretch = typeof stretch extends fc.Arbitrary<infer T> ? T : never;

/** The stretches one after the other, measured every `everyMs`. */
export function beatsOf(heart: readonly Stretch[], everyMs: number, fromMs = 0): Input[] {
  const inputs: Input[] = [];
  let atMs = fromMs;
  for (const each of heart) {
    const endMs = atMs + each.lengthS * 1000;
    const lot = lots(each.seed);
    let walked = each.bpm;
    for (; atMs < endMs; atMs += everyMs) {
      walked += (lot() - 0.5) * (1 + each.swing / 4);
      const swung = each.bpm + each.swing * Math.sin((2 * Math.PI * atMs) / (each.periodS * 1000));
      inputs.push(measured(atMs, clamp(each.shape === 'walk' ? walked : swung)));
    }
  }
  return inputs;
}

/** The same beats with RR intervals of their pulse, no two packets quite alike. */
export const withRr = (beats: readonly Input[], hasRr: boolean): readonly Input[] =>
  hasRr ? beats.map(rrOf) : beats;

function rrOf(beat: Input, index: number): Input {
  if (beat.type !== 'signal' || beat.signal.type !== 'measurement') return beat;
  const { measurement } = beat.signal;
  const rrIntervalsMs = [Math.round(60_000 / measurement.bpm) + (index % 5)];
  return { ...beat, signal: { ...beat.signal, measurement: { ...measurement, rrIntervalsMs } } };
}

const clamp = (bpm: number): number => Math.round(Math.min(230, Math.max(30, bpm)));

/** mulberry32: the same seed, the same lots. */
function lots(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
