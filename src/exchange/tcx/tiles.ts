import type { CarriedLap, DatedSession, Stretch } from '../carried-session.ts';

/** A lap of TCX: a step as it was done, or what lay between two of them. */
export type Tile = Stretch & { readonly lap?: CarriedLap };

/** The whole session as laps without gaps, since TCX keeps its points within laps. */
export function tilesOf({ laps, endMs }: DatedSession): Tile[] {
  const tiles: Tile[] = [];
  let reachedMs = 0;
  const rest = (untilMs: number): void => {
    if (untilMs > reachedMs) tiles.push({ startMs: reachedMs, endMs: untilMs });
  };
  for (const lap of laps) {
    rest(lap.startMs);
    tiles.push({ startMs: lap.startMs, endMs: lap.endMs, lap });
    reachedMs = Math.max(reachedMs, lap.endMs);
  }
  rest(endMs);
  return tiles.length === 0 ? [{ startMs: 0, endMs }] : tiles;
}
