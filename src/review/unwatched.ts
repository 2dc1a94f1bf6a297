import type { ImportedFrom, Source } from '../session/header.ts';

type Origin = { readonly source: Source; readonly imported?: ImportedFrom | undefined };

/** Of what import takes, these alone carry what a guard of ours said. */
const whole: readonly string[] = ['journal', 'JSON'];

/** Why no warning of a session can mean nothing: no guard of ours watched it, or its file does not tell; else undefined. */
export function unwatched({ source, imported }: Origin): string | undefined {
  if (source === 'import') return 'no guard of ours watched this';
  if (source === 'none') return 'no sensor was worn';
  return imported === undefined || whole.includes(imported.format)
    ? undefined
    : 'the file it comes from has none';
}
