import { configDefaults, defineConfig } from 'vitest/config';
import { filesThatNeedNoble } from './test/virtual-strap/files-that-need-noble.ts';

const resultsFile = process.env.TEST_RESULTS_FILE;

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The long ones have a config of their own.
    exclude: [...configDefaults.exclude, 'test/faults/long/**', ...filesThatNeedNoble('test')],
    pool: 'forks',
    // Most of the time a whole program is waited for.
    maxWorkers: 3,
    testTimeout: 15_000,
    hookTimeout: 15_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    coverage: { provider: 'v8', include: ['src/**', 'devices/**'] },
  },
});
