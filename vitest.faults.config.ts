import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const resultsFile = process.env.TEST_RESULTS_FILE;
const asksHowOften = /from '.*\/(?:runs|random-session)\.ts'/;
const laws = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `test/${name}`)
  .filter((path) => asksHowOften.test(readFileSync(path, 'utf8')));

/** The long half: faults in lived time, and every law as often as it asks. `npm run test:faults`. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 600_000,
    hookTimeout: 60_000,
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'long faults',
          include: ['test/faults/long/**/*.test.ts'],
          globalSetup: 'test/built-parts.ts',
          // Some only wait, in lived time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'laws',
          include: laws,
          env: { PULSEPACE_TEST_RUNS: 'all' },
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
});
