import { configDefaults, defineConfig } from 'vitest/config';
import { filesThatStartPrograms } from './test/house/files-that-start-programs.ts';
import { halves } from './test/house/halves.ts';
import { filesThatNeedNoble } from './test/virtual-strap/files-that-need-noble.ts';

const resultsFile = process.env.TEST_RESULTS_FILE;
const allTests = ['test/**/*.test.{ts,tsx}'];
const faults = ['test/faults/*.test.ts'];
// The long ones have a config of their own.
const leftOut = [...configDefaults.exclude, 'test/faults/long/**', ...filesThatNeedNoble('test')];
const { stories, thorough } = halves(filesThatStartPrograms('test'));

export default defineConfig({
  // Screens are drawn as they are bundled: React's development build takes twice as long.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    pool: 'forks',
    testTimeout: 15_000,
    hookTimeout: 15_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    coverage: { provider: 'v8', include: ['src/**', 'devices/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: allTests,
          exclude: [...leftOut, ...stories, ...thorough, ...faults],
          // A worker reads the house once, not once a file: no room keeps anything between its callers.
          isolate: false,
          // What only computes is slow where others compute too.
          testTimeout: 60_000,
          env: { NODE_ENV: 'production' },
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      ...Object.entries({ 'end-to-end': stories, thorough, faults }).map(
        ([name, include], index) => ({
          extends: true as const,
          test: {
            name,
            include,
            exclude: name === 'faults' ? [...leftOut, ...stories] : leftOut,
            globalSetup: 'test/built-parts.ts',
            isolate: false,
            // Most of the time a whole program is waited for, and longer where others compute.
            testTimeout: 60_000,
            hookTimeout: 60_000,
            maxWorkers: 6,
            sequence: { groupOrder: 1 + index },
          },
        }),
      ),
    ],
  },
});
