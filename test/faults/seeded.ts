/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seeds to try: `count` of them, or the one of PULSEPACE_SEED, to see a failure again. */
const seeds = (count: number): readonly number[] => {
  const one = process.env.PULSEPACE_SEED;
  return one === undefined ? Array.from({ length: count }, (_, seed) => seed) : [Number(one)];
};

/** Runs `look` with the random numbers of each seed; what it throws names the seed. */
export function forSeeds(count: number, look: (chance: () => number) => void): void {
  for (const seed of seeds(count)) {
    try {
      look(seeded(seed));
    } catch (error) {
      throw new Error(`PULSEPACE_SEED=${seed} shows this again`, { cause: error });
    }
  }
}
