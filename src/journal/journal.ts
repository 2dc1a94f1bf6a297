import { NEVER, type Observable, startWith } from 'rxjs';
import type { Fact } from '../session/facts.ts';

export type JournalStatus =
  /** `onDisk` turns false when the disk is more than a second behind. */
  | { readonly status: 'recording'; readonly onDisk: boolean }
  | { readonly status: 'not-recording'; readonly reason: string };

export type Journal = {
  /** Absent where nothing is kept. */
  readonly path?: string;
  /** Never throws and never waits for the disk: what cannot be written waits in memory, in order. */
  append(facts: readonly Fact[]): void;
  status(): JournalStatus;
  /** The present status at once, then each change; completes on close. */
  readonly status$: Observable<JournalStatus>;
  /** Lines (facts, and the header) that are in memory alone, or may be; after a close they are lost. */
  unwritten(): number;
  /** Writes, syncs and closes. Resolves even where the disk refuses: `status` and `unwritten` tell. */
  close(): Promise<void>;
  /** The same without waiting, for the last moment of the process. */
  closeSync(): void;
};

/** `--no-log`: a journal that keeps nothing, and says so. */
export function noJournal(): Journal {
  const status: JournalStatus = { status: 'not-recording', reason: 'recording is off (--no-log)' };
  return {
    append: () => {},
    status: () => status,
    status$: NEVER.pipe(startWith(status)),
    unwritten: () => 0,
    close: () => Promise.resolve(),
    closeSync: () => {},
  };
}
