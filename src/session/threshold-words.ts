import type { WarningLevel } from './facts.ts';
import type { Limits } from './limits.ts';

/** What a rest or a recovery waits for: a mean at this number is low enough. */
export const downTo = (belowBpm: number): string => `${belowBpm} or below`;

/** What raises each level: the caution number itself is caution, the limit itself is not over (§2). */
export const raisedBy = (
  level: WarningLevel,
  { cautionBpm, limitBpm }: Pick<Limits, 'cautionBpm' | 'limitBpm'>,
): string => (level === 'over' ? `above ${limitBpm}` : `${cautionBpm} or more`);

/** Whether a pulse is where a level is raised. */
export const isRaising = (
  level: WarningLevel,
  bpm: number,
  { cautionBpm, limitBpm }: Pick<Limits, 'cautionBpm' | 'limitBpm'>,
): boolean => (level === 'over' ? bpm > limitBpm : bpm >= cautionBpm);
