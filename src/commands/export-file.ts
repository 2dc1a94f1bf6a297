import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { realDisk } from '../journal/disk.ts';
import { syncFolderNow } from '../journal/folder-sync.ts';
import { errorCode, troubleWith } from '../journal/trouble.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Encoded } from './export-format.ts';

/**
 * Puts an export (0600) under its name in one step: written beside it, synced, read back, decoded, compared, renamed.
 * A killed export leaves nothing under the name. Throws a DoorError.
 */
export function writeExport(path: string, { bytes, isSame }: Encoded, force: boolean): void {
  // No two processes have it at a time. Of node:crypto, to draw one, loading alone takes a tenth of an export.
  const temporary = `${path}.${process.hrtime.bigint()}.new`;
  try {
    refuseTaken(path, force);
    writeSynced(temporary, bytes);
    if (!isSame(readFileSync(temporary))) {
      throw new Error('what was written does not read back as the session it was made from');
    }
    refuseTaken(path, force);
    renameSync(temporary, path);
    syncFolderNow(realDisk, dirname(path));
  } catch (error) {
    removeIfAny(temporary);
    if (error instanceof DoorError || errorCode(error) === undefined) throw error;
    throw new DoorError(
      `${JSON.stringify(path)} cannot be written: ${troubleWith(error)}; choose another place with --out.`,
      exitCode.unwritable,
    );
  }
}

/** What matters is the error that led here. */
function removeIfAny(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Not written yet, or a disk that takes nothing back either.
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const fd = openSync(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeFileSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function refuseTaken(path: string, force: boolean): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory())
    throw new DoorError(
      `${JSON.stringify(path)} is a folder; give --out the name of a file in it.`,
    );
  if (!force) {
    throw new DoorError(
      `${JSON.stringify(path)} is there already; --force replaces it, --out chooses another name.`,
    );
  }
}
