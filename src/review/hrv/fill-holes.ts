import type { Beats } from './beats.ts';
import { Filling } from './filling.ts';
import { type Hole, holesOf } from './hole.ts';

/** How often all holes are filled, each by what fills those near it. */
const rounds = 2;

/**
 * Fills the holes of beats `from` up to but without `to` with what surprises least: the intervals that leave the least
 * innovations of an autoregression fitted to the sound beats around.
 */
export function smoothHoles(beats: Beats, from: number, to: number): void {
  const holes = holesOf(beats, from, to);
  if (holes.length > 0) smoothed(beats, from, to, holes).give(beats, from);
}

/** The same, and each hole is bent as far as brings its squared differences to what is to be expected of a heart. */
export function fillHoles(beats: Beats, from: number, to: number): void {
  const holes = holesOf(beats, from, to);
  if (holes.length === 0) return;
  const filling = smoothed(beats, from, to, holes);
  for (const hole of holes) filling.roughen(hole);
  filling.give(beats, from);
}

function smoothed(beats: Beats, from: number, to: number, holes: readonly Hole[]): Filling {
  const filling = new Filling(beats.rrMs.slice(from, to), beats.isMadeUp.slice(from, to));
  for (let round = 0; round < rounds; round += 1) {
    for (const hole of holes) filling.smooth(hole);
  }
  return filling;
}
