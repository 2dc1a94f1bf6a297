/** An unsigned number of `size` bytes; what lies past the end counts as 0. */
export function unsigned(
  bytes: Uint8Array,
  at: number,
  size: number,
  isLittleEndian: boolean,
): number {
  if (size === 1) return bytes[at] ?? 0;
  if (size === 2 && isLittleEndian) return ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);
  let value = 0;
  for (let index = 0; index < size; index += 1) {
    const byte = bytes[isLittleEndian ? at + size - 1 - index : at + index] ?? 0;
    value = value * 256 + byte;
  }
  return value;
}
