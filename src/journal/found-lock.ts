import { constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { enter } from '../session/door.ts';
import { closeQuietly } from './close-quietly.ts';
import { DataDirectoryError } from './data-directory-error.ts';
import { lockHolderDoor } from './doors/lock-holder.ts';
import { isGone } from './lock-holder.ts';
import type { LockHolder } from './lock-holder-schema.ts';
import { errorCode } from './trouble.ts';

const UNREADABLE_FOR_MS = 5000;

/** What stands in the place of a lock. */
export type FoundLock = {
  /** `unclear` is a lock without a readable owner that is still young: its owner may be writing it. */
  readonly state: 'absent' | 'held' | 'unclear' | 'left';
  readonly holder: LockHolder | undefined;
  /** Tells this very lock from any other. */
  readonly mark: string;
};

/** Reads a lock; one older than `goneAfterMs` counts as left, whoever holds it. Throws where it is no file of ours. */
export function lockAt(path: string, goneAfterMs: number): FoundLock {
  const file = read(path);
  if (file === undefined) return { state: 'absent', holder: undefined, mark: '' };
  const holder = holderIn(file.text);
  const ageMs = Math.abs(Date.now() - file.changedMs);
  if (holder !== undefined) {
    const isLeft = isGone(holder) || ageMs > goneAfterMs;
    return { state: isLeft ? 'left' : 'held', holder, mark: file.text };
  }
  const isOld = ageMs > UNREADABLE_FOR_MS;
  return { state: isOld ? 'left' : 'unclear', holder, mark: `${file.changedMs} ${file.text}` };
}

function read(path: string): { text: string; changedMs: number } | undefined {
  let fd: number;
  try {
    fd = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (errorCode(error) !== 'ELOOP') throw error;
    throw new DataDirectoryError(path, 'it is a symbolic link', 'remove it');
  }
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new DataDirectoryError(path, 'it is not a file', 'remove it');
    return { text: stats.size > 65_536 ? '' : readFileSync(fd, 'utf8'), changedMs: stats.mtimeMs };
  } finally {
    closeQuietly(fd);
  }
}

function holderIn(text: string): LockHolder | undefined {
  try {
    return enter(lockHolderDoor, JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether this very lock is there still. */
export const isHeldBy = (path: string, holder: LockHolder): boolean =>
  holderIn(read(path)?.text ?? '')?.nonce === holder.nonce;
