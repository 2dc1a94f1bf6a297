import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Low } from 'lowdb';
import { type CatalogueDoor, type CatalogueReading, catalogueFile } from './catalogue-file.ts';
import { journalPaths } from './journal-paths.ts';
import { readJournal, type StoredSession } from './read-journal.ts';
import { errorCode, troubleWith } from './trouble.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** How a session becomes its few figures, and how those are told from damage. */
export type Digest<T> = {
  /** To be raised whenever `figuresOf` says other things of the same session. */
  readonly version: number;
  readonly door: CatalogueDoor<Entry<T>>;
  readonly figuresOf: (session: StoredSession) => T;
};

export type CatalogueTold = {
  /** One sentence for the person, when the catalogue had to be made anew or cannot be kept. */
  readonly say: (sentence: string) => void;
  /** Bytes of journals read so far, and of all that must be read. */
  readonly progress?: (doneBytes: number, allBytes: number) => void;
  /** Whether the one session there is may be the first, so that no catalogue was missed yet. */
  readonly mayBeFirst?: boolean;
};

export type Catalogue<T> = {
  /** Newest first. */
  readonly sessions: readonly { readonly path: string; readonly figures: T }[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
};

type Entry<T> = {
  readonly file: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly figures: T;
};

/**
 * The figures of every session from `catalogue.json`, which is derived: what is new or has changed is read from its
 * journal, one at a time, and a catalogue that is missing, damaged or of another version is made anew and said so.
 */
export async function readCatalogue<T>(
  directory: string,
  digest: Digest<T>,
  told: CatalogueTold,
): Promise<Catalogue<T>> {
  const path = join(directory, 'catalogue.json');
  const file = catalogueFile({ path, schemaVersion: digest.version, door: digest.door });
  const low = new Low<Entry<T>[]>(file, []);
  await low.read();
  const found = files(directory);
  const known = new Map(low.data.map((entry) => [entry.file, entry]));
  const stale = found.filter((each) => !isSame(known.get(each.file), each));
  if (found.length > 0) tell(path, file.reading(), found.length, told);
  const fresh = readAnew(stale, digest, told);
  const entries = found.flatMap((each) => fresh.read.get(each.file) ?? known.get(each.file) ?? []);
  const readable = entries.filter((each) => !fresh.unreadable.has(each.file));
  const isChanged = fresh.read.size > 0 || readable.length !== known.size;
  if (isChanged && file.reading().state !== 'newer') {
    low.data = readable;
    await kept(() => low.write(), path, told);
  }
  return {
    sessions: readable.map(({ file: name, figures }) => ({
      path: join(directory, 'sessions', name),
      figures,
    })),
    unreadable: found.flatMap(({ file: name, path: at }) => {
      const reason = fresh.unreadable.get(name);
      return reason === undefined ? [] : [{ path: at, reason }];
    }),
  };
}

type JournalOnDisk = Omit<Entry<unknown>, 'figures'> & { readonly path: string };

function files(directory: string): JournalOnDisk[] {
  return journalPaths(directory).flatMap((path) => {
    const size = sizeOf(path);
    return size === undefined ? [] : [{ path, file: basename(path), ...size }];
  });
}

/** Undefined where it is gone; one that cannot be looked at is like none known before, so that reading it says why. */
function sizeOf(path: string): Pick<JournalOnDisk, 'bytes' | 'mtimeMs'> | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && { bytes: stats.size, mtimeMs: stats.mtimeMs };
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return { bytes: -1, mtimeMs: -1 };
  }
}

const isSame = (entry: Entry<unknown> | undefined, { bytes, mtimeMs }: JournalOnDisk): boolean =>
  entry?.bytes === bytes && entry.mtimeMs === mtimeMs;

type ReadAnew<T> = {
  readonly read: ReadonlyMap<string, Entry<T>>;
  readonly unreadable: ReadonlyMap<string, string>;
};

function readAnew<T>(
  stale: readonly JournalOnDisk[],
  { figuresOf }: Digest<T>,
  { progress }: CatalogueTold,
): ReadAnew<T> {
  const read = new Map<string, Entry<T>>();
  const unreadable = new Map<string, string>();
  const allBytes = stale.reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  for (const { path, ...on } of stale) {
    try {
      read.set(on.file, { ...on, figures: figuresOf(readJournal(path, { isOneOfMany: true })) });
    } catch (error) {
      if (!(error instanceof UnreadableJournalError)) throw error;
      unreadable.set(on.file, error.message);
    }
    doneBytes += on.bytes;
    progress?.(doneBytes, allBytes);
  }
  return { read, unreadable };
}

function tell(
  path: string,
  reading: CatalogueReading,
  journals: number,
  { say, mayBeFirst = false }: CatalogueTold,
): void {
  if (reading.state === 'good') return;
  if (reading.state === 'absent' && mayBeFirst && journals === 1) return;
  const from = journals === 1 ? 'the one session' : `the ${journals} sessions`;
  const why = {
    absent: 'is missing',
    damaged: `is damaged (${reading.state === 'damaged' ? reading.reason : ''})`,
    older: 'is of another version',
    newer: 'is of a newer pulsepace and is left untouched',
  }[reading.state];
  const what = reading.state === 'newer' ? 'its figures are read' : 'it is made anew';
  say(`${JSON.stringify(path)} ${why}: ${what} from ${from} it was derived from.`);
}

/** A catalogue that cannot be written costs time, and nothing else. */
async function kept(
  write: () => Promise<void>,
  path: string,
  { say }: CatalogueTold,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    say(
      `${JSON.stringify(path)} cannot be written (${troubleWith(error)}): the sessions are read anew each time until it can.`,
    );
  }
}
