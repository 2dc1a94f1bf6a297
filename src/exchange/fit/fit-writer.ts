import { fitCrc } from './crc.ts';
import { base } from './profile.ts';

const headerBytes = 14;
const protocolVersion = 0x20;
const profileVersion = 21_158;
const room = 4096;

/** Field number, size in bytes, base type. */
export type FieldShape = readonly [number: number, size: number, baseType: number];

/** A FIT file as it grows: definitions and data messages, little-endian; `finish` adds length and both checksums. */
export class FitWriter {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #at = headerBytes;

  /** What a local message (0–15) consists of from here on; `own` are developer fields of index 0, all text. */
  define(
    local: number,
    global: number,
    fields: readonly FieldShape[],
    own: readonly FieldShape[] = [],
  ): void {
    this.#reserve();
    this.u8(0x40 | (own.length > 0 ? 0x20 : 0) | local);
    this.u8(0);
    this.u8(0);
    this.u16(global);
    this.#shapes(fields, ([, , baseType]) => baseType);
    if (own.length > 0) this.#shapes(own, () => 0);
  }

  #shapes(fields: readonly FieldShape[], third: (shape: FieldShape) => number): void {
    this.u8(fields.length);
    for (const shape of fields) {
      this.u8(shape[0]);
      this.u8(shape[1]);
      this.u8(third(shape));
    }
  }

  /** Begins a data message; its fields follow in the order of the definition. */
  data(local: number): void {
    this.#reserve();
    this.u8(local);
  }

  u8(value: number): void {
    this.#bytes[this.#at++] = value;
  }

  u16(value: number): void {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
  }

  u32(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  raw(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** UTF-8, ended by a NUL, in `size` bytes; what does not fit is cut between two characters. */
  text(value: string, size: number): void {
    const encoded = new TextEncoder().encodeInto(
      value,
      this.#bytes.subarray(this.#at, this.#at + size - 1),
    );
    this.#bytes.fill(0, this.#at + encoded.written, this.#at + size);
    this.#at += size;
  }

  finish(): Uint8Array {
    this.#reserve();
    const length = this.#at;
    this.#at = 0;
    this.u8(headerBytes);
    this.u8(protocolVersion);
    this.u16(profileVersion);
    this.u32(length - headerBytes);
    this.raw(Uint8Array.from([0x2e, 0x46, 0x49, 0x54]));
    this.u16(fitCrc(this.#bytes, 0, headerBytes - 2));
    this.#at = length;
    this.u16(fitCrc(this.#bytes, 0, length));
    return this.#bytes.subarray(0, this.#at);
  }

  /** Room for any one message: none of ours is as long as `room`. */
  #reserve(): void {
    if (this.#at + room <= this.#bytes.length) return;
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** The longest text with its NUL, bytes. */
const longestText = 200;

/** The bytes of a text that end in a NUL, 200 at most. */
export const textSize = (values: readonly string[]): number =>
  Math.min(longestText, Math.max(0, ...values.map((value) => Buffer.byteLength(value))) + 1);

export const u8Field = (number: number): FieldShape => [number, 1, base.uint8];
export const enumField = (number: number): FieldShape => [number, 1, base.enum];
export const u16Field = (number: number): FieldShape => [number, 2, base.uint16];
export const u32Field = (number: number): FieldShape => [number, 4, base.uint32];
export const textField = (number: number, size: number): FieldShape => [number, size, base.text];

/** What of a text fits, cut between two characters. */
export function textHeld(text: string): string {
  const bytes = new Uint8Array(longestText - 1);
  const { written } = new TextEncoder().encodeInto(text, bytes);
  return Buffer.from(bytes.subarray(0, written)).toString('utf8').trim();
}
