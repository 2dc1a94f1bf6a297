import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS_FILE;

/** The long half of the fault suite: `npm run test:faults`. */
export default defineConfig({
  test: {
    include: ['test/faults/long/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 400_000,
    hookTimeout: 60_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
