import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { realDisk } from './disk.ts';
import { syncFolder } from './folder-sync.ts';

/** Replaces a file (0600) in one step: who reads it finds the old or the new, even after a power cut. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    await withFile(temporary, async (file) => {
      await file.writeFile(text);
      await file.sync();
    });
    await rename(temporary, path);
  } catch (error) {
    // What matters is the error that led here.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(realDisk, dirname(path));
}

async function withFile(path: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
