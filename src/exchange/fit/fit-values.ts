import type { Definition, FieldPlace } from './fit-definition.ts';
import { base } from './profile.ts';
import { unsigned } from './unsigned.ts';

/** A field as an unsigned number of 1, 2 or 4 bytes; undefined where it is absent, or holds its "none". */
export function numberAt(
  bytes: Uint8Array,
  definition: Definition,
  from: number,
  field: number,
): number | undefined {
  const place = definition.fields[field];
  if (place === undefined) return undefined;
  const { size, baseType } = place;
  if (size !== 1 && size !== 2 && size !== 4) return undefined;
  const value = unsigned(bytes, from + place.at, size, definition.isLittleEndian);
  const none = isZeroNone(baseType) ? 0 : allOnes[size];
  return value === none ? undefined : value;
}

/** By the number of bytes. */
const allOnes = { 1: 0xff, 2: 0xffff, 4: 0xffff_ffff } as const;

const isZeroNone = (baseType: number): boolean =>
  baseType === base.uint32z || baseType === 0x0a || baseType === 0x8b;

/** A text up to its NUL; bytes that are no UTF-8 become replacement characters. */
export function textAt(bytes: Uint8Array, from: number, place: FieldPlace | undefined): string {
  if (place === undefined || place.baseType !== base.text) return '';
  const whole = bytes.subarray(from + place.at, from + place.at + place.size);
  const end = whole.indexOf(0);
  return Buffer.from(end < 0 ? whole : whole.subarray(0, end)).toString('utf8');
}
