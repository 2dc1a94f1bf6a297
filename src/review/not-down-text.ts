import type { Summary } from './summary.ts';
import { isUnavailable } from './unavailable.ts';

/** How a session left a pulse that was not down, or not known, in a sentence; undefined where it was down. */
export function notDownText({
  notDown,
  limits,
  laterLimits,
}: Pick<Summary, 'notDown' | 'limits' | 'laterLimits'>): string | undefined {
  if (notDown === undefined) return undefined;
  const { cautionBpm, limitBpm } = laterLimits?.at(-1) ?? limits;
  const { level, bpm } = notDown;
  const was = level === 'over' ? `above ${limitBpm}` : `${cautionBpm} or more`;
  if (isUnavailable(bpm)) {
    const before = level === undefined ? '' : `, it was ${was} before`;
    return `At the end the pulse was not known${before}.`;
  }
  const isStill = level === 'over' ? bpm > limitBpm : bpm >= cautionBpm;
  return isStill
    ? `At the end the pulse was ${bpm}, still ${was}.`
    : `At the end the pulse was ${bpm}, and ${was} shortly before.`;
}
