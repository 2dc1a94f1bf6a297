import type { Source } from '../session/header.ts';

/** Why no warning of a session can mean nothing: no guard of ours watched it; undefined where one did. */
export function unwatched(source: Source): string | undefined {
  if (source === 'import') return 'no guard of ours watched this';
  return source === 'none' ? 'no sensor was worn' : undefined;
}
