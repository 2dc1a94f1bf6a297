import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { asDataDirectoryError } from './data-directory-error.ts';
import { isHeldBy, lockAt } from './found-lock.ts';
import { thisHolder } from './lock-holder.ts';
import type { LockHolder } from './lock-holder-schema.ts';
import { errorCode } from './trouble.ts';

const PATIENCE_MS = 500;
const LOOK_AGAIN_MS = 10;
const deepest = 4;

export type Lock = {
  readonly path: string;
  /** Lets go; again and again if you like. A lock that is no longer ours is left alone. */
  release(): void;
};

/** Another session holds the data directory. */
export class LockedError extends Error {
  readonly exitCode = 6;
  readonly holder: LockHolder | undefined;

  constructor(path: string, holder: LockHolder | undefined) {
    super(
      holder === undefined
        ? `${JSON.stringify(path)} is being taken by another session just now: try again in a few seconds.`
        : `Another session is running and holds ${JSON.stringify(path)} (process ${holder.pid} on ${JSON.stringify(holder.host)}, since ${holder.startedAt}); ${adviceFor(holder)}, or use another --profile or --data-dir.`,
    );
    this.name = 'LockedError';
    this.holder = holder;
  }
}

/** A host may have been given another name since, and nobody here can tell. */
const adviceFor = ({ host }: LockHolder): string =>
  host === hostname() ? 'end it first' : 'end it first; if none runs there, delete that file';

/**
 * Takes the data directory for one session; only who writes needs it. A lock whose owner is gone is taken over, and by
 * one of many contenders only. Throws a LockedError, or a DataDirectoryError where no lock can be made.
 */
export function takeLock(directory: string): Lock {
  return takeLockFile(join(directory, 'lock'));
}

/**
 * The same for any file; a lock older than `goneAfterMs` counts as left behind, whoever holds it, where what it is for
 * takes far less.
 */
export function takeLockFile(path: string, goneAfterMs = Number.POSITIVE_INFINITY): Lock {
  try {
    return take(path, 0, goneAfterMs);
  } catch (error) {
    if (error instanceof LockedError) throw error;
    throw asDataDirectoryError(error, path);
  }
}

/**
 * A lock left behind is replaced only by who holds `path.takeover`, and only if it is still the same then; that one is
 * a lock like any other. So whoever comes late finds either the takeover held or another lock in place.
 */
function take(path: string, depth: number, goneAfterMs: number): Lock {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const holder = thisHolder();
    if (created(path, holder)) return lockOf(path, holder);
    const found = lockAt(path, goneAfterMs);
    if (found.state === 'held' && depth === 0) throw new LockedError(path, found.holder);
    const isLeft = found.state === 'left' && depth < deepest;
    if (isLeft && replaced({ path, mark: found.mark, holder, depth, goneAfterMs })) {
      return lockOf(path, holder);
    }
    if (performance.now() > deadline) throw new LockedError(path, found.holder);
    if (found.state !== 'absent') pause(LOOK_AGAIN_MS);
  }
}

function created(path: string, holder: LockHolder): boolean {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  let fd: number;
  try {
    fd = openSync(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(fd, JSON.stringify(holder));
    // Who slept in here for seconds may have been taken for dead.
    return isHeldBy(path, holder);
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(fd);
  }
}

type Left = {
  readonly path: string;
  readonly mark: string;
  readonly holder: LockHolder;
  readonly depth: number;
  readonly goneAfterMs: number;
};

function replaced({ path, mark, holder, depth, goneAfterMs }: Left): boolean {
  const takeover = take(`${path}.takeover`, depth + 1, goneAfterMs);
  const temporary = `${path}.${randomUUID()}`;
  try {
    if (lockAt(path, goneAfterMs).mark !== mark) return false;
    writeFileSync(temporary, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
    return true;
  } finally {
    rmSync(temporary, { force: true });
    takeover.release();
  }
}

function lockOf(path: string, holder: LockHolder): Lock {
  return {
    path,
    release: () => {
      try {
        if (isHeldBy(path, holder)) unlinkSync(path);
      } catch {
        // Left behind it does no harm: its owner will be gone, and the next session takes it over.
      }
    },
  };
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
