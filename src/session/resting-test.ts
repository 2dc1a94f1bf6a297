import type { Routine } from './routine.ts';

/** A resting test: the pulse at rest for some minutes, and nothing else. */
export const restingTest: Routine = {
  schemaVersion: 1,
  id: 'rest',
  name: 'Resting test',
  summary: 'The pulse at rest, sitting or lying.',
  when: ['morning'],
  cautions: [],
  baseline: true,
  restSeconds: 0,
  steps: [],
};
