import { lstatSync } from 'node:fs';
import { errorCode, troubleWith } from '../journal/trouble.ts';
import { writeWhole } from '../journal/write-whole.ts';
import { DoorError } from './door-error.ts';
import type { Io } from './io.ts';
import { visible } from './visible.ts';

export type ReportFlags = {
  /** A file, or `-` for standard output; absent is a name of its own in the present folder. */
  readonly out?: string;
  readonly force?: boolean;
  readonly dataDir?: string;
  readonly profile?: string;
};

/** Throws a DoorError, before anything was read or drawn, where the file is there already and may not be replaced. */
export function refuseExisting(path: string, { force }: ReportFlags): void {
  const isFolder = whatIsAt(path);
  if (isFolder === undefined) return;
  if (isFolder) {
    throw new DoorError(
      `${JSON.stringify(path)} is a folder; give --out the name of a file in it.`,
    );
  }
  if (force === true) return;
  throw new DoorError(
    `${JSON.stringify(path)} is there already; --force replaces it, --out names another file.`,
  );
}

/** Puts a report where it was wanted: whole or not at all, and readable by its owner alone. */
export async function deliver(io: Io, page: string, path: string): Promise<void> {
  if (path === '-') {
    io.stdout.write(page);
    return;
  }
  try {
    await writeWhole(path, page);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new DoorError(
      `The report could not be written to ${JSON.stringify(path)} (${troubleWith(error)}); give --out another place.`,
    );
  }
  io.stderr.write(
    `The report is in ${visible(JSON.stringify(path))}: open it in any browser, or print it from there.\n`,
  );
}

/** Whether a folder stands there; undefined where nothing does. */
function whatIsAt(path: string): boolean | undefined {
  if (path === '-') return undefined;
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return undefined;
  }
}
