import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { makeFolders } from '../journal/private-folder.ts';
import { DoorError } from './door-error.ts';
import type { Chosen } from './export-choice.ts';
import { extensionOf, type Format } from './export-format.ts';
import { localTime } from './log-words.ts';

/** Where each session goes: `-` is stdout; a folder takes names of our own; anything else is the name of one file. */
export type Place =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

/** What `--out` means for so many sessions; the present folder where it is not given. Throws a DoorError. */
export function placeFor(out: string | undefined, sessions: number): Place {
  if (out === '-') {
    if (sessions > 1) throw new DoorError(`Only one session fits on stdout, not ${sessions}.`);
    return { kind: 'stdout' };
  }
  if (out === undefined) return { kind: 'folder', path: '.' };
  if (out.endsWith('/') || out.endsWith(sep)) {
    makeFolders(out);
    return { kind: 'folder', path: out };
  }
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory() === true) {
    return { kind: 'folder', path: out };
  }
  if (sessions > 1) {
    throw new DoorError(
      `${sessions} sessions need a folder, and ${JSON.stringify(out)} is none; end it with / to make it.`,
    );
  }
  return { kind: 'file', path: out };
}

/** `2026-11-22T080000_heart_ab12cd.fit`: local time, routine, id. */
export function exportName({ header }: Chosen, format: Format): string {
  const { startedAt, utcOffsetMinutes, routine, id } = header;
  const minute = localTime(startedAt, utcOffsetMinutes).replace(' ', 'T').replace(':', '');
  return `${minute}${startedAt.slice(17, 19)}_${routine.id}_${id}.${extensionOf[format]}`;
}

export const pathIn = (folder: string, name: string): string => join(folder, name);
