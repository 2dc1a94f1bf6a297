const hrv = 78;
const uint16 = 0x84;

/**
 * The RR intervals (ms) as GoldenCheetah's parser takes them, after its source (FitRideFile, decodeHRV), written here
 * anew: field 0 of message 78, only where it is a list (more bytes than one value has), up to the first 0xFFFF.
 */
export function beatsAsGoldenCheetah(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = view.getUint8(0) + view.getUint32(4, true);
  const shapes = new Map<number, Shape>();
  const beats: number[] = [];
  for (let at = view.getUint8(0); at < end; ) {
    const head = view.getUint8(at);
    if ((head & 0x40) !== 0) {
      const shape = shapeAt(view, at);
      shapes.set(head & 15, shape);
      at = shape.next;
    } else {
      const shape = shapes.get(head & 15) ?? noShape;
      if (shape.global === hrv) beats.push(...beatsIn(view, at + 1, shape));
      at += 1 + shape.fields.reduce((sum, { size }) => sum + size, 0);
    }
  }
  return beats;
}

type Field = { readonly number: number; readonly size: number; readonly type: number };
type Shape = { readonly global: number; readonly fields: readonly Field[]; readonly next: number };
const noShape: Shape = { global: -1, fields: [], next: 0 };

function shapeAt(view: DataView, at: number): Shape {
  const hasOwn = (view.getUint8(at) & 0x20) !== 0;
  const fields = fieldsAt(view, at + 5);
  const ownAt = at + 6 + 3 * fields.length;
  const own = hasOwn ? fieldsAt(view, ownAt).map((field) => ({ ...field, number: -1 })) : [];
  const next = ownAt + (hasOwn ? 1 + 3 * own.length : 0);
  return { global: view.getUint16(at + 3, true), fields: [...fields, ...own], next };
}

const fieldsAt = (view: DataView, countAt: number): Field[] =>
  Array.from({ length: view.getUint8(countAt) }, (_, index) => {
    const from = countAt + 1 + 3 * index;
    return {
      number: view.getUint8(from),
      size: view.getUint8(from + 1),
      type: view.getUint8(from + 2),
    };
  });

function beatsIn(view: DataView, from: number, { fields }: Shape): number[] {
  let place = from;
  return fields.flatMap(({ number, size, type }) => {
    place += size;
    const isList = type === uint16 && size > 2;
    return number === 0 && isList ? listAt(view, place - size, size) : [];
  });
}

function listAt(view: DataView, from: number, length: number): number[] {
  const beats: number[] = [];
  for (let at = from; at < from + length; at += 2) {
    const ms = view.getUint16(at, true);
    if (ms === 0xffff) break;
    beats.push(ms);
  }
  return beats;
}

/** CRC-16 as its definition says, a bit at a time. */
export function crcByBits(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}
