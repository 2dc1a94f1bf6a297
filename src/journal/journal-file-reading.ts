import { constants, fstatSync, openSync } from 'node:fs';
import { closeQuietly } from './close-quietly.ts';
import { errorCode, troubleWith } from './trouble.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

const largestJournalBytes = 512 * 2 ** 20;

/** Opens a journal for reading and closes it again. Anything but a regular file of up to 512 MiB is refused unread. */
export function withJournalFile<T>(path: string, read: (fd: number, size: number) => T): T {
  const fd = opened(path);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) {
      throw new UnreadableJournalError(path, 'damaged', 'it is not a regular file');
    }
    if (stats.size > largestJournalBytes) {
      const mebibytes = Math.ceil(stats.size / 2 ** 20);
      throw new UnreadableJournalError(
        path,
        'too-large',
        `it has ${mebibytes} MiB, a session at most 512; check that it is a session of pulsepace`,
      );
    }
    return read(fd, stats.size);
  } catch (error) {
    throw asUnreadable(error, path);
  } finally {
    closeQuietly(fd);
  }
}

function opened(path: string): number {
  try {
    // Without O_NONBLOCK a FIFO in its place would wait for a writer for ever.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw asUnreadable(error, path);
  }
}

function asUnreadable(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === 'ENOENT') {
    return new UnreadableJournalError(
      path,
      'missing',
      'there is no such file; pulsepace log lists the sessions',
      error,
    );
  }
  return new UnreadableJournalError(path, 'damaged', troubleWith(error), error);
}
