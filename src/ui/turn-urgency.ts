import type { Turn } from '../session/turn.ts';
import type { Urgency } from './frame-pace.ts';

/** Facts that arrive in any number must not be drawn one by one; every other is rare and is seen at once. */
export function urgencyOf({ facts }: Turn): Urgency {
  const frequent = facts.filter((fact) => fact.type === 'measured' || fact.type === 'malformed');
  if (facts.length > frequent.length) return 'now';
  return frequent.length > 0 ? 'measurement' : 'tick';
}
