import { mulberry32 } from '../../devices/simulator/random.ts';

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

/** Runs `look` with the chances of each of so many seeds, or of `PULSEPACE_TEST_SEED` alone; what it throws names the seed. */
export function forSeeds(count: number, look: (chance: () => number) => void): void {
  const seeds = wanted ? [Number(wanted)] : Array.from({ length: count }, (_, seed) => seed);
  for (const seed of seeds) {
    try {
      look(mulberry32(seed));
    } catch (error) {
      throw new Error(`PULSEPACE_TEST_SEED=${seed} shows this again`, { cause: error });
    }
  }
}
