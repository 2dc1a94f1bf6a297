import { statSync } from 'node:fs';
import { join } from 'node:path';
import { asyncScheduler, type SchedulerLike } from 'rxjs';
import type { SessionHeader } from '../session/header.ts';
import { sessionsFolder } from './data-directory.ts';
import { asDataDirectoryError } from './data-directory-error.ts';
import { createPrivateFile, type Disk, openPrivateFile, realDisk } from './disk.ts';
import type { Journal } from './journal.ts';
import { JournalFile } from './journal-file.ts';
import { fitsName, journalName, newSessionId } from './journal-name.ts';
import { JournalWriter } from './journal-writer.ts';
import { lineOf } from './line.ts';
import { inNextTurn, soonBy } from './next-turn.ts';
import { ownFolder } from './private-folder.ts';
import { repairTornTail } from './torn-tail.ts';
import { errorCode } from './trouble.ts';

export type JournalOptions = {
  readonly scheduler?: SchedulerLike;
  readonly disk?: Disk;
  /** The random end of a file's name. */
  readonly randomEnd?: () => string;
};

const attempts = 10;

/** Begins the journal of a session with its header. Throws a DataDirectoryError when no file can be made. */
export function openJournal(
  directory: string,
  header: SessionHeader,
  options: JournalOptions = {},
): Journal {
  const { disk = realDisk, randomEnd = newSessionId } = options;
  const folder = sessionsFolder(directory);
  const ends = [
    ...(fitsName(header.id) ? [header.id] : []),
    ...Array.from({ length: attempts }, randomEnd),
  ];
  try {
    ownFolder(folder);
    const { path, fd } = created(
      disk,
      ends.map((end) => join(folder, journalName(header.startedAt, end))),
    );
    const writer = writerOf(new JournalFile(disk, path, fd, 0), options);
    writer.add([lineOf(header)], true);
    return writer;
  } catch (error) {
    throw asDataDirectoryError(error, folder);
  }
}

/** Goes on with an interrupted session; a torn last line is cut first. Throws a DataDirectoryError. */
export function resumeJournal(path: string, options: JournalOptions = {}): Journal {
  const { disk = realDisk } = options;
  try {
    repairTornTail(path);
    const fd = openPrivateFile(disk, path);
    return writerOf(new JournalFile(disk, path, fd, statSync(path).size), options);
  } catch (error) {
    throw asDataDirectoryError(error, path);
  }
}

function writerOf(file: JournalFile, { scheduler }: JournalOptions): JournalWriter {
  return scheduler === undefined
    ? new JournalWriter(file, asyncScheduler, inNextTurn)
    : new JournalWriter(file, scheduler, soonBy(scheduler));
}

function created(disk: Disk, paths: readonly string[]): { path: string; fd: number } {
  let taken: unknown;
  for (const path of paths) {
    try {
      return { path, fd: createPrivateFile(disk, path) };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      taken = error;
    }
  }
  throw taken;
}
