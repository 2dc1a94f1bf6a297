const wanted = process.env.PULSEPACE_TEST_SEED;

/**
 * The seed of a run of chances: `PULSEPACE_TEST_SEED`, or a new one. Said aloud, and in the name of what fails, so that
 * the run can be had again.
 */
export function runSeed(what: string): number {
  const seed = wanted ? Number(wanted) : Date.now() % 1_000_000_007;
  console.log(`${what}: PULSEPACE_TEST_SEED=${seed}`);
  return seed;
}

/** mulberry32: numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Runs `look` with the chances of each of so many seeds, or of `PULSEPACE_TEST_SEED` alone; what it throws names the seed. */
export function forSeeds(count: number, look: (chance: () => number) => void): void {
  const seeds = wanted ? [Number(wanted)] : Array.from({ length: count }, (_, seed) => seed);
  for (const seed of seeds) {
    try {
      look(seeded(seed));
    } catch (error) {
      throw new Error(`PULSEPACE_TEST_SEED=${seed} shows this again`, { cause: error });
    }
  }
}
