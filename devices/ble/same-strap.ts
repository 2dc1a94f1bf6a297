import { deviceName } from './device-name.ts';

const unnamed = deviceName(undefined);

/**
 * Whether two names may be those of one strap: the same, one cut short as an advertisement may cut it, or none at all,
 * for a name comes with the scan response, which may be missing.
 */
export function isSameName(one: string, other: string): boolean {
  if (one === unnamed || other === unnamed) return true;
  return one.startsWith(other) || other.startsWith(one);
}

/** The name a strap is known by: where it gives none now, or a part, the one it had before. */
export function fullerName(found: string, before: string | undefined): string {
  if (before === undefined || before === unnamed || !isSameName(before, found)) return found;
  return found === unnamed || before.length > found.length ? before : found;
}

/** What is said of a strap that answers under the address of the one worn, and is another by its name. */
export const strangerHint = (seen: string, worn: string): string =>
  `another strap is in reach: it has the address of ${worn}, but calls itself ${seen}; ` +
  'it is not taken; if it is yours under a new name, end this session and begin another';
