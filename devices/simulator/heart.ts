import type { Person } from './persons.ts';
import { mulberry32, standardNormal } from './random.ts';

const MET_PER_EFFORT = 9;
const BREATHS_HZ_AT_REST = 0.24;
const BREATHS_HZ_RISE = 0.36;
const BUMP_PEAK_MS = 8000;
const TICK_MS = 1000 / 1024;

/** A heart beating on its own from 0 ms, at rest; deterministic in its person, seed, and the efforts it is given. */
export type Heart = {
  /** The RR intervals (ms, multiples of 1000/1024) that ended since the last call, up to and with `toMs`. */
  readonly beatUntil: (toMs: number, effort: number, isUpright?: boolean) => number[];
};

/** Effort 0–1 as metabolic equivalents: 0 is rest (1 MET), 1 is 10 MET; anything beyond is taken as the nearest. */
export function metOf(effort: number): number {
  return 1 + MET_PER_EFFORT * (effort > 0 ? Math.min(1, effort) : 0);
}

/** Where this heart settles: resting + reserve · (MET − 1)/(metMax − 1), never above its highest. */
function targetBpm(person: Person, effort: number): number {
  const { restingBpm, highestBpm, metMax } = person;
  const share = Math.min(1, (metOf(effort) - 1) / (metMax - 1));
  return restingBpm + (highestBpm - restingBpm) * share;
}

/** What standing up adds for a moment, in bpm: most of it after 8 s, nearly gone after 40 s. */
function bumpBpm(person: Person, sinceMs: number): number {
  const share = sinceMs / BUMP_PEAK_MS;
  return person.standingUpBpm * share * Math.exp(1 - share);
}

/** First-order kinetics with a time constant up and another down; breathing, noise and standing up ride on the RR. */
export function createHeart(person: Person, seed: number): Heart {
  const uniform = mulberry32(seed);
  let bpm = person.restingBpm;
  let breath = uniform();
  let rrMs = toTicks((60_000 / bpm) * (1 - uniform() / 2));
  let nextBeatMs = rrMs;
  let upSinceMs: number | undefined;

  function beat(effort: number): void {
    const target = targetBpm(person, effort);
    const constantMs = 1000 * (target > bpm ? person.riseS : person.fallS);
    bpm += (target - bpm) * (1 - Math.exp(-rrMs / constantMs));

    const calm = 1 - (bpm - person.restingBpm) / (person.highestBpm - person.restingBpm);
    const breathsHz = BREATHS_HZ_AT_REST + BREATHS_HZ_RISE * (1 - calm);
    breath = (breath + (breathsHz * rrMs) / 1000) % 1;
    const rsaMs = person.rsaMs * calm ** 2 * Math.sin(2 * Math.PI * breath);
    const noiseMs = person.noiseMs * (0.2 + 0.8 * calm) * standardNormal(uniform);
    const bump = upSinceMs === undefined ? 0 : bumpBpm(person, nextBeatMs - upSinceMs);
    rrMs = toTicks(60_000 / (bpm + bump) + rsaMs + noiseMs);
    nextBeatMs += rrMs;
  }

  return {
    beatUntil(toMs, effort, isUpright = false) {
      upSinceMs = isUpright ? (upSinceMs ?? nextBeatMs) : undefined;
      const rrIntervalsMs: number[] = [];
      while (nextBeatMs <= toMs) {
        rrIntervalsMs.push(rrMs);
        beat(effort);
      }
      return rrIntervalsMs;
    },
  };
}

function toTicks(ms: number): number {
  return Math.round(ms / TICK_MS) * TICK_MS;
}
