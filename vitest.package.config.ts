import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS_FILE;

// Packs and installs, which needs a registry or npm's cache of it: npm run test:package.
export default defineConfig({
  test: {
    include: ['test/package/*.ts'],
    exclude: ['test/package/installed.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
