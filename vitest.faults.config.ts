import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS_FILE;

/** The long half of the fault suite: `npm run test:faults`. */
export default defineConfig({
  test: {
    include: ['test/faults/long/**/*.test.ts'],
    pool: 'forks',
    // Some only wait, in lived time.
    maxWorkers: 3,
    testTimeout: 600_000,
    hookTimeout: 60_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
