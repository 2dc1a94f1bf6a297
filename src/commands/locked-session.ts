import { noJournal } from '../journal/journal.ts';
import { takeLock } from '../journal/lock.ts';
import { openJournal, resumeJournal } from '../journal/open-journal.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { SessionHeader } from '../session/header.ts';
import type { ChosenSensor } from './choose-sensor.ts';
import { interruptedAt } from './interrupted-sessions.ts';
import type { Io } from './io.ts';
import { liveSession } from './live-session.ts';
import type { Manner } from './manner.ts';
import type { SessionFlags } from './session-flags.ts';

type Prepared = {
  readonly io: Io;
  readonly header: SessionHeader;
  /** When the header's wall clock was read, in ms of `performance.now()`. */
  readonly begunMs: number;
  readonly sensor: ChosenSensor;
  readonly flags: SessionFlags;
  readonly profile: Profile;
  readonly manner: Manner;
  /** Absent where nothing is kept. */
  readonly directory: string | undefined;
  /** The journal of the session that goes on; absent for a new one. */
  readonly interruptedPath?: string;
};

/** The session itself, while its data directory is held; its exit code and its journal. */
export async function lockedSession({
  directory,
  interruptedPath,
  ...prepared
}: Prepared): Promise<{ code: number; path: string | undefined }> {
  const lock = directory === undefined ? undefined : takeLock(directory);
  const release = (): void => lock?.release();
  try {
    if (interruptedPath !== undefined) {
      const journal = resumeJournal(interruptedPath);
      const { state, sinceMs } = interruptedAt(interruptedPath);
      const begunMs = performance.now();
      // The minutes that were asked for do not run while nobody is there: what goes on, ends by key.
      const { minutes: _, ...header } = state.header;
      const resumed = { state: { ...state, header }, gapMs: Math.round(sinceMs) };
      return {
        code: await liveSession({ ...prepared, begunMs, journal, release, resumed }),
        path: journal.path,
      };
    }
    const journal = directory === undefined ? noJournal() : openJournal(directory, prepared.header);
    return { code: await liveSession({ ...prepared, journal, release }), path: journal.path };
  } finally {
    release();
  }
}
