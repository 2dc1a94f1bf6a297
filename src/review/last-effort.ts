import type { Fact } from '../session/facts.ts';
import { isOpen, type Routine } from '../session/routine.ts';
import type { Bout } from './bouts.ts';

/** The last effort of `light` or more (§3), from its lap's beginning. */
export type LastEffort = { readonly startMs: number; readonly endMs: number };

/** Ends when moving ended, not when the lap was closed; in an open session, when the cool-down began. */
export function lastEffort(
  facts: readonly Fact[],
  routine: Routine,
  bouts: readonly Bout[],
  endMs: number,
): LastEffort | undefined {
  if (isOpen(routine)) return openEffort(facts, endMs);
  const last = bouts.findLast(({ stepIndex }) => isEffort(routine, stepIndex));
  if (last === undefined) return undefined;
  const first = bouts.find(({ stepIndex }) => stepIndex === last.stepIndex);
  return { startMs: first?.startMs ?? last.startMs, endMs: last.endMs };
}

function openEffort(facts: readonly Fact[], endMs: number): LastEffort | undefined {
  const began = facts.find((fact) => fact.type === 'open-began');
  const cooling = facts.find((fact) => fact.type === 'cool-down-began');
  return began && { startMs: began.atMs, endMs: cooling?.atMs ?? endMs };
}

function isEffort({ steps }: Routine, stepIndex: number): boolean {
  const step = steps[stepIndex];
  return step !== undefined && step.effort !== 'still';
}
