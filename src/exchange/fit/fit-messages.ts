import { fitCrc } from './crc.ts';
import { type Definition, definitionAt } from './fit-definition.ts';
import { numberAt } from './fit-values.ts';
import { timestamp } from './profile.ts';
import { unsigned } from './unsigned.ts';

/** One data message: its definition, where its bytes begin, and its time, of its header or else its own, if any. */
export type VisitMessage = (definition: Definition, from: number, time?: number) => void;

const leastHeader = 12;
const crcBytes = 2;

/** Whether these bytes claim to be FIT. */
export const isFit = (bytes: Uint8Array): boolean =>
  bytes.length >= leastHeader &&
  bytes[8] === 0x2e &&
  bytes[9] === 0x46 &&
  bytes[10] === 0x49 &&
  bytes[11] === 0x54;

/**
 * Every whole data message in order, up to the first place that makes no sense. Returns what is wrong with the file in
 * words; nothing where its length and both checksums are right. One pass, total: no bytes make it throw or loop.
 */
export function visitMessages(bytes: Uint8Array, visit: VisitMessage): string[] {
  const headerSize = bytes[0] ?? 0;
  if (headerSize < leastHeader || headerSize > bytes.length) {
    return ['its header has an impossible length, so nothing of it can be read'];
  }
  const said = unsigned(bytes, 4, 4, true);
  const present = bytes.length - headerSize;
  const wrong = said > present ? [cutOff(said, present)] : checksums(bytes, headerSize, said);
  // A length that is too small is a lie where the checksum does not stand behind it.
  const isLie = said + crcBytes < present && wrong.length > 0;
  const length = isLie ? present - crcBytes : Math.min(said, present);
  const stop = new Walk(bytes, headerSize + length, visit).from(headerSize);
  return [...(stop === undefined ? [] : [stop]), ...wrong, ...left(isLie, present - said)];
}

const cutOff = (said: number, present: number): string =>
  `it is cut off: ${present} of its ${said} bytes are there`;

function left(isLie: boolean, beyond: number): string[] {
  if (isLie) return ['its header gives a length that is too small'];
  return beyond > crcBytes ? [`${beyond - crcBytes} bytes after its end were not read`] : [];
}

function checksums(bytes: Uint8Array, headerSize: number, said: number): string[] {
  const damage: string[] = [];
  const end = headerSize + said;
  if (headerSize >= leastHeader + crcBytes) {
    const crc = unsigned(bytes, leastHeader, crcBytes, true);
    if (crc !== 0 && crc !== fitCrc(bytes, 0, leastHeader)) {
      damage.push('the checksum of its header is wrong');
    }
  }
  if (end + crcBytes > bytes.length) return [...damage, 'its checksum is cut off'];
  if (unsigned(bytes, end, crcBytes, true) !== fitCrc(bytes, 0, end)) {
    damage.push('its checksum is wrong: something in it has changed since it was written');
  }
  return damage;
}

class Walk {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #visit: VisitMessage;
  readonly #definitions: (Definition | undefined)[] = [];
  #lastTime: number | undefined;

  constructor(bytes: Uint8Array, end: number, visit: VisitMessage) {
    this.#bytes = bytes;
    this.#end = end;
    this.#visit = visit;
  }

  /** To the end, or to what makes no sense: then why. */
  from(start: number): string | undefined {
    for (let at = start; at < this.#end; ) {
      const head = this.#bytes[at] ?? 0;
      const next = (head & 0xc0) === 0x40 ? this.#define(at, head) : this.#data(at, head);
      if (typeof next === 'string') return next;
      at = next;
    }
    return undefined;
  }

  #define(at: number, head: number): number | string {
    const read = definitionAt(this.#bytes, at, this.#end);
    if (read === undefined) return cutAt(at);
    this.#definitions[head & 0x0f] = read.definition;
    return read.next;
  }

  #data(at: number, head: number): number | string {
    const isPacked = (head & 0x80) !== 0;
    const definition = this.#definitions[isPacked ? (head >> 5) & 0x03 : head & 0x0f];
    if (definition === undefined) return `it makes no sense from byte ${at} on`;
    const next = at + 1 + definition.size;
    if (next > this.#end) return cutAt(at);
    if (isPacked) this.#lastTime = unpacked(this.#lastTime, head & 0x1f);
    const time =
      (isPacked ? this.#lastTime : undefined) ??
      numberAt(this.#bytes, definition, at + 1, timestamp);
    if (!isPacked) this.#lastTime = time ?? this.#lastTime;
    this.#visit(definition, at + 1, time);
    return next;
  }
}

const cutAt = (at: number): string => `it ends in the middle of a message, at byte ${at}`;

/** The time of a compressed header: the last one, moved on to where its lowest five bits are these. */
const unpacked = (last: number | undefined, low: number): number | undefined =>
  last === undefined ? undefined : last + ((low - last) & 0x1f);
