/** Longest line read, in bytes; the longest attribute value Bluetooth allows (512 bytes) fits in any accepted spelling. */
export const MAX_LINE_BYTES = 8192;

const SEPARATOR = 16;
const PREFIX = 17;
const NEWLINE = 18;
const OTHER = 19;
const BYTE_CLASSES = classifyBytes();

const NO_DIGIT = -1;

/** A reader of hex payloads, one a line, in chunks cut anywhere. Undefined stands for a line that is no whole bytes. */
export type HexLines = {
  /** The payloads of the lines that end in this chunk; each is a view that holds until the next is taken. */
  readonly read: (chunk: Uint8Array) => Iterable<Uint8Array | undefined>;
  /** The last line, where it had no newline. */
  readonly end: () => Iterable<Uint8Array | undefined>;
};

/**
 * Reads hex digits of either case, bytes parted by spaces, tabs, `:` or `-` or not at all, each run of digits with or
 * without `0x`; LF or CRLF. Memory is bounded: a line over {@link MAX_LINE_BYTES} bytes is malformed.
 */
export function hexLines(): HexLines {
  const payload = new Uint8Array(MAX_LINE_BYTES / 2);
  let length = 0;
  let lineBytes = 0;
  let highDigit = NO_DIGIT;
  let malformed = false;
  let atRunStart = true;
  let afterPrefix = false;

  function digit(value: number): void {
    if (highDigit === NO_DIGIT) {
      highDigit = value;
      return;
    }
    payload[length] = (highDigit << 4) | value;
    length += 1;
    highDigit = NO_DIGIT;
    atRunStart = false;
    afterPrefix = false;
  }

  function prefix(): void {
    if (highDigit === 0 && atRunStart && !afterPrefix) {
      highDigit = NO_DIGIT;
      afterPrefix = true;
    } else malformed = true;
  }

  function endRun(): void {
    if (highDigit !== NO_DIGIT || afterPrefix) malformed = true;
    atRunStart = true;
  }

  function endLine(): Uint8Array | undefined {
    endRun();
    const line = malformed ? undefined : payload.subarray(0, length);
    length = 0;
    lineBytes = 0;
    highDigit = NO_DIGIT;
    malformed = false;
    afterPrefix = false;
    return line;
  }

  function take(kind: number): void {
    lineBytes += 1;
    if (lineBytes > MAX_LINE_BYTES) malformed = true;
    if (malformed) return;
    if (kind < SEPARATOR) digit(kind);
    else if (kind === SEPARATOR) endRun();
    else if (kind === PREFIX) prefix();
    else malformed = true;
  }

  return {
    *read(chunk) {
      for (let at = 0; at < chunk.length; at += 1) {
        const kind = BYTE_CLASSES[chunk[at] ?? 0] ?? OTHER;
        if (kind === NEWLINE) yield endLine();
        else take(kind);
      }
    },
    *end() {
      if (lineBytes > 0) yield endLine();
    },
  };
}

function classifyBytes(): Uint8Array {
  const classes = new Uint8Array(256).fill(OTHER);
  const put = (characters: string, kindOf: (index: number) => number): void => {
    [...characters].forEach((character, i) => {
      classes[character.charCodeAt(0)] = kindOf(i);
    });
  };
  put('0123456789abcdef', (value) => value);
  put('ABCDEF', (index) => 10 + index);
  put(' \t\r:-', () => SEPARATOR);
  put('xX', () => PREFIX);
  put('\n', () => NEWLINE);
  return classes;
}
