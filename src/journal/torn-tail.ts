import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { enter } from '../session/door.ts';
import { headerDoor } from '../session/doors/header.ts';
import { longestLineBytes } from './file-lines.ts';
import { readFactLine } from './line.ts';
import { errorCode } from './trouble.ts';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 1 << 16;

export type TailRepair =
  /** The last line is whole, or there is no whole line at all: nothing was touched. */
  | { readonly outcome: 'untouched' }
  /** The last line was a whole fact, or header, but for its newline, which it got. */
  | { readonly outcome: 'completed' }
  /** The torn last line was cut; its bytes are kept at `keptAt`. */
  | { readonly outcome: 'cut'; readonly bytes: number; readonly keptAt: string };

/**
 * Makes a journal end with a whole line, so that it can be appended to. The bytes cut are on disk beside it before
 * they are cut. Only for a journal nobody writes: hold the lock.
 */
export function repairTornTail(path: string): TailRepair {
  const fd = openSync(path, constants.O_RDWR | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0));
  try {
    const size = fstatSync(fd).size;
    const end = endOfWholeLines(fd, size);
    if (end === size) return { outcome: 'untouched' };
    if (isWholeLine(fd, end, size)) {
      writeSync(fd, '\n');
      fsyncSync(fd);
      return { outcome: 'completed' };
    }
    if (end === 0) return { outcome: 'untouched' };
    const keptAt = keepBeside(fd, end, size, path);
    ftruncateSync(fd, end);
    fsyncSync(fd);
    return { outcome: 'cut', bytes: size - end, keptAt };
  } finally {
    closeSync(fd);
  }
}

function endOfWholeLines(fd: number, size: number): number {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let end = size; end > 0; end -= CHUNK_BYTES) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const read = readSync(fd, chunk, 0, end - start, start);
    const newline = chunk.subarray(0, read).lastIndexOf(NEWLINE);
    if (newline >= 0) return start + newline + 1;
  }
  return 0;
}

/** Whether the last line is a fact, or the first a header, in full. */
function isWholeLine(fd: number, from: number, to: number): boolean {
  if (to - from > longestLineBytes) return false;
  const line = Buffer.alloc(to - from);
  readSync(fd, line, 0, line.length, from);
  const text = line.toString('utf8');
  return from === 0 ? isHeader(text) : readFactLine(text).problem === undefined;
}

function isHeader(text: string): boolean {
  try {
    return enter(headerDoor, JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function keepBeside(fd: number, from: number, to: number, path: string): string {
  const { keptAt, kept } = createBeside(path);
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let at = from; at < to; ) {
      const read = readSync(fd, chunk, 0, Math.min(CHUNK_BYTES, to - at), at);
      if (read === 0) break;
      for (let done = 0; done < read; ) done += writeSync(kept, chunk, done, read - done);
      at += read;
    }
    fsyncSync(kept);
  } finally {
    closeSync(kept);
  }
  return keptAt;
}

function createBeside(path: string): { keptAt: string; kept: number } {
  for (let turn = 1; ; turn += 1) {
    const keptAt = turn === 1 ? `${path}.torn` : `${path}.torn${turn}`;
    try {
      return { keptAt, kept: openSync(keptAt, 'wx', 0o600) };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
