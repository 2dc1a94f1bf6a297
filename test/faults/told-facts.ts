import { expect } from 'vitest';
import type { Fact } from '../../src/session/facts.ts';
import { emptyFolder, run } from '../end-to-end/pulsepace.ts';

/** The facts of `watch` on a recording, through the whole program, in simulated time. */
export async function factsOf(recording: string): Promise<readonly Fact[]> {
  const args = ['watch', '--sensor', `replay:${recording}`, '--speed', 'max', '--json', '--no-log'];
  const { code, stdout } = await run(emptyFolder(), args);
  expect(code).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as Fact);
}

export const ofType = <T extends Fact['type']>(facts: readonly Fact[], type: T) =>
  facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type);
