import type { Lap } from './laps.ts';
import type { LastEffort } from './last-effort.ts';
import type { SessionEnd } from './session-end.ts';

/** The one lap of a session without steps: until its cool-down or end. */
export function openLap(
  effort: LastEffort | undefined,
  end: SessionEnd,
): readonly Omit<Lap, 'stepIndex'>[] {
  if (effort === undefined) return [];
  const cutShort = end.reason === 'interrupted' && effort.endMs === end.atMs;
  return [{ ...effort, outcome: cutShort ? 'interrupted' : 'done', interruptions: [] }];
}
