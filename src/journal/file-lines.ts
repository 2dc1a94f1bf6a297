import { isAscii, isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';

/** Enough for a header, which is often all that is wanted. */
const FIRST_CHUNK_BYTES = 1 << 14;
const CHUNK_BYTES = 1 << 20;
/** No line of ours comes near it; a longer one is damage, and is not kept in memory. */
export const longestLineBytes = 1 << 20;
const NEWLINE = 0x0a;

export type FileLine = {
  /** From 1. */
  readonly number: number;
  /** Without its line end (LF or CRLF) and, on the first line, without a byte order mark. */
  readonly text: string;
  /** Why the bytes are no text; `text` is then empty. */
  readonly problem?: string;
  /** Whether a newline closes it; only the last line of a file can be without. */
  readonly whole: boolean;
};

/**
 * Takes the line that begins at `from`, if it can, and returns where the next begins; else -1, and the line is visited.
 * The bytes end with a newline and are valid until it returns.
 */
export type TakeBytes = (bytes: Uint8Array, from: number) => number;

/**
 * The lines of an open file, read in chunks up to `size` bytes; return false from `visit` to stop. Most lines are offered
 * to `take` before they are decoded, never the first.
 */
export function visitLines(fd: number, size: number, visit: Visit, take?: TakeBytes): void {
  let rest: Bytes = Buffer.alloc(0);
  let number = 1;
  for (const chunk of chunks(fd, size)) {
    const first = chunk.indexOf(NEWLINE);
    if (first < 0) {
      rest = joined(rest, chunk);
      continue;
    }
    if (!visit(lineFrom(joined(rest, chunk.subarray(0, first)), number, true))) return;
    const last = chunk.lastIndexOf(NEWLINE);
    const block = chunk.subarray(first + 1, last + 1);
    const next =
      take === undefined
        ? visitText(block, number + 1, visit)
        : visitBytes(block, number + 1, visit, take);
    if (next === undefined) return;
    number = next;
    rest = Buffer.from(chunk.subarray(last + 1));
  }
  if (rest.length > 0) visit(lineFrom(rest, number, false));
}

/** Valid until the next is asked for. */
function* chunks(fd: number, size: number): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(Math.min(FIRST_CHUNK_BYTES, size));
  for (let at = 0; at < size; ) {
    const read = readSync(fd, chunk, 0, Math.min(chunk.length, size - at), at);
    if (read === 0) return;
    at += read;
    yield chunk.subarray(0, read);
    if (at < size && chunk.length < CHUNK_BYTES) {
      chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - at));
    }
  }
}

type Bytes = Buffer | 'too long';

function joined(rest: Bytes, more: Buffer): Bytes {
  if (rest === 'too long' || rest.length + more.length > longestLineBytes) return 'too long';
  return Buffer.concat([rest, more]);
}

type Visit = (line: FileLine) => boolean;

/** A block of whole lines, decoded as one where it is text. The number after its last line, or undefined. */
function visitText(block: Buffer, from: number, visit: Visit): number | undefined {
  const isPlain = isAscii(block);
  if (!isPlain && !isUtf8(block)) return visitBytes(block, from, visit, takeNone);
  const text = block.toString(isPlain ? 'latin1' : 'utf8');
  let number = from;
  for (let start = 0; start < text.length; number += 1) {
    const end = text.indexOf('\n', start);
    const line = { number, text: withoutReturn(text.slice(start, end)), whole: true };
    if (!visit(line)) return undefined;
    start = end + 1;
  }
  return number;
}

const takeNone: TakeBytes = () => -1;

/** The same, each line offered to `take` before it is decoded. */
function visitBytes(
  block: Buffer,
  from: number,
  visit: Visit,
  take: TakeBytes,
): number | undefined {
  let number = from;
  for (let start = 0; start < block.length; number += 1) {
    const taken = take(block, start);
    if (taken >= 0) {
      start = taken;
      continue;
    }
    const end = block.indexOf(NEWLINE, start);
    if (!visit(lineFrom(block.subarray(start, end), number, true))) return undefined;
    start = end + 1;
  }
  return number;
}

function lineFrom(bytes: Bytes, number: number, whole: boolean): FileLine {
  if (bytes === 'too long') {
    return { number, text: '', problem: 'longer than 1 MiB', whole };
  }
  if (!isUtf8(bytes)) return { number, text: '', problem: 'not UTF-8', whole };
  const text = bytes.toString('utf8');
  return { number, text: withoutReturn(number === 1 ? withoutMark(text) : text), whole };
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
