import type { Fact } from '../session/facts.ts';

const urgent: ReadonlySet<Fact['type']> = new Set([
  'warning-raised',
  'warning-cleared',
  'get-ready-began',
  'exercise-began',
  'rest-began',
  'recovery-began',
  'open-began',
  'cool-down-began',
  'cool-down-prolonged',
  'session-ended',
]);

/** Whether the disk is asked at once after these: among them is a warning, or another phase of the session (D2). */
export const areUrgent = (facts: readonly Fact[]): boolean =>
  facts.some(({ type }) => urgent.has(type));
