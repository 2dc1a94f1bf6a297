import { closeSync } from 'node:fs';

/** Closes a file that was only read: what the system says about that changes nothing in what was read. */
export function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // Every byte of it is here already.
  }
}
