import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { filesThatStartPrograms } from './files-that-start-programs.ts';
import { halves } from './halves.ts';

/** How each project of vitest.config.ts is run. */
const scriptOf: Readonly<Record<string, string>> = {
  unit: 'test:unit',
  'end-to-end': 'test:end-to-end',
  thorough: 'test:thorough',
  faults: 'test:faults:quick',
};
const textOf = (path: string): string => readFileSync(path, 'utf8');
const { scripts } = JSON.parse(textOf('package.json'));

test('whatever starts a program is a story, or thorough, or a fault, and not two of them', () => {
  const programs = filesThatStartPrograms('test');
  const { stories, thorough } = halves(programs);
  const faults = programs.filter(
    (path) => path.startsWith('test/faults/') && !stories.includes(path),
  );
  expect([...stories, ...thorough, ...faults].sort()).toEqual([...programs].sort());
});

test('the sessions, the straps and the warnings are stories, and a file that is new to test/end-to-end is one', () => {
  const told = [
    'test/end-to-end/session-on-screen.test.ts',
    'test/end-to-end/strap-on-screen.test.ts',
    'test/end-to-end/new.test.ts',
    'test/faults/warning-comes.test.ts',
  ];
  const added = [
    'test/end-to-end/thorough/new.test.ts',
    'test/journal/kill.test.ts',
    'test/faults/long/warning-soak.test.ts',
  ];
  expect(halves([...told, ...added])).toEqual({ stories: told, thorough: added.slice(0, 2) });
});

test('every project of the tests has a script; npm test runs unit and stories, and .ci/run and the workflow all', () => {
  const projects: readonly unknown[] = config.test?.projects ?? [];
  const names = projects.map((project) => (project as { test: { name: string } }).test.name);
  expect(names).toEqual(Object.keys(scriptOf));
  for (const [name, script] of Object.entries(scriptOf)) {
    expect(scripts[script]).toBe(`vitest run --project ${name}`);
    expect(textOf('.ci/run')).toContain(`npm run ${script}\n`);
    expect(textOf('.github/workflows/ci.yml')).toContain(`- run: npm run ${script}\n`);
  }
  expect(scripts.test.split(' && ')).toEqual([
    'npm run --silent build',
    'npm run --silent check',
    'node at-once.mjs test:unit test:end-to-end',
  ]);
});
