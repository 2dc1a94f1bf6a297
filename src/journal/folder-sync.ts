import { constants } from 'node:fs';
import { type Disk, fdatasync } from './disk.ts';
import { errorCode } from './trouble.ts';

/** Some file systems cannot sync a folder; there a new name is as durable as they make it. */
const cannot: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM']);

/** Puts the names in a folder on disk. */
export async function syncFolder(disk: Disk, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = disk.openSync(path, constants.O_RDONLY);
  try {
    await fdatasync(disk, folder);
  } catch (error) {
    if (!cannot.has(errorCode(error))) throw error;
  } finally {
    disk.closeSync(folder);
  }
}

export function syncFolderNow(disk: Disk, path: string): void {
  if (process.platform === 'win32') return;
  const folder = disk.openSync(path, constants.O_RDONLY);
  try {
    disk.fsyncSync(folder);
  } catch (error) {
    if (!cannot.has(errorCode(error))) throw error;
  } finally {
    disk.closeSync(folder);
  }
}
