/**
 * How often a property is tried: a tenth of `all` while one works, and `all` where PULSEPACE_TEST_RUNS=all says so, as in
 * `npm run test:faults`. What is drawn differs from run to run, so that few add up too.
 */
export const runs = (all: number): number =>
  process.env.PULSEPACE_TEST_RUNS === 'all' ? all : Math.ceil(all / 10);
