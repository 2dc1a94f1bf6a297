import { base } from './profile.ts';
import { unsigned } from './unsigned.ts';

/** Where a field's bytes lie within a data message. */
export type FieldPlace = { readonly at: number; readonly size: number; readonly baseType: number };

/** What the data messages of a local number consist of. */
export type Definition = {
  readonly global: number;
  readonly isLittleEndian: boolean;
  readonly size: number;
  readonly fields: readonly (FieldPlace | undefined)[];
  /** Developer fields as `index << 8 | number`. */
  readonly own: ReadonlyMap<number, FieldPlace>;
};

const shapesFrom = 6;
const shapeBytes = 3;

/** The definition message at `at`, and where the next message begins; undefined where it does not end before `end`. */
export function definitionAt(
  bytes: Uint8Array,
  at: number,
  end: number,
): { definition: Definition; next: number } | undefined {
  const hasOwn = ((bytes[at] ?? 0) & 0x20) !== 0;
  const isLittleEndian = bytes[at + 2] !== 1;
  const shapes = shapesIn(bytes, at + shapesFrom - 1, 0);
  const own = hasOwn ? shapesIn(bytes, shapes.next, shapes.size) : { ...shapes, all: [] };
  if (own.next > end) return undefined;
  const fields: (FieldPlace | undefined)[] = [];
  for (const { number, place } of shapes.all) fields[number] ??= place;
  const definition = {
    global: unsigned(bytes, at + 3, 2, isLittleEndian),
    isLittleEndian,
    size: own.size,
    fields,
    own: new Map(
      own.all.map(({ number, place }) => [
        (place.baseType << 8) | number,
        { ...place, baseType: base.text },
      ]),
    ),
  };
  return { definition, next: own.next };
}

type Shapes = {
  readonly all: readonly { readonly number: number; readonly place: FieldPlace }[];
  readonly size: number;
  readonly next: number;
};

/** A list of shapes behind its count; a developer field has its developer's index where others have their base type. */
function shapesIn(bytes: Uint8Array, countAt: number, sizeBefore: number): Shapes {
  const next = countAt + 1 + (bytes[countAt] ?? 0) * shapeBytes;
  const all: { number: number; place: FieldPlace }[] = [];
  let size = sizeBefore;
  for (let at = countAt + 1; at < next; at += shapeBytes) {
    const place = { at: size, size: bytes[at + 1] ?? 0, baseType: bytes[at + 2] ?? 0 };
    all.push({ number: bytes[at] ?? 0, place });
    size += place.size;
  }
  return { all, size, next };
}
