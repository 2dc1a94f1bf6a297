import { isRaising, raisedBy } from '../session/threshold-words.ts';
import type { Summary } from './summary.ts';
import { isUnavailable } from './unavailable.ts';

/** How a session left a pulse that was not down, or not known, in a sentence; undefined where it was down. */
export function notDownText({
  notDown,
  limits,
  laterLimits,
}: Pick<Summary, 'notDown' | 'limits' | 'laterLimits'>): string | undefined {
  if (notDown === undefined) return undefined;
  const last = laterLimits?.at(-1) ?? limits;
  const { level = 'caution', bpm } = notDown;
  const was = raisedBy(level, last);
  if (isUnavailable(bpm)) {
    const before = notDown.level === undefined ? '' : `, it was ${was} before`;
    return `At the end the pulse was not known${before}.`;
  }
  return isRaising(level, bpm, last)
    ? `At the end the pulse was ${bpm}, still ${was}.`
    : `At the end the pulse was ${bpm}, and ${was} shortly before.`;
}
