import { isAscii } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import type * as z from 'zod';
import { type Door, enter } from '../session/door.ts';
import { firstIssue } from './line.ts';
import { errorCode, troubleWith } from './trouble.ts';
import { writeWhole } from './write-whole.ts';

const largestBytes = 64 * 2 ** 20;

/** Whether the catalogue could be used, and in a part of a sentence why not. */
export type CatalogueReading =
  | { readonly state: 'absent' }
  | { readonly state: 'good' }
  | { readonly state: 'damaged'; readonly reason: string }
  /** Written by another version of pulsepace; a newer one's is left untouched. */
  | { readonly state: 'older' | 'newer' };

export type CatalogueFile<T> = Adapter<T> & { readonly reading: () => CatalogueReading };

export type CatalogueDoor<Entry> = Door<z.ZodType<{ readonly entries: Entry[] }>>;

type Described<Entry> = {
  readonly path: string;
  readonly schemaVersion: number;
  readonly door: CatalogueDoor<Entry>;
};

const opening = /^\{"checksum":"([0-9a-f]{8})","catalogue":/;
const closing = '}\n';
const longestOpening = 40;

/**
 * A lowdb adapter for what can be made anew at any time: with a checksum, so that no damaged byte is ever taken for a
 * figure, and without a backup. Reading writes nothing and never throws; `reading` says what it found.
 */
export function catalogueFile<Entry>({
  path,
  schemaVersion,
  door,
}: Described<Entry>): CatalogueFile<Entry[]> {
  let reading: CatalogueReading = { state: 'absent' };

  async function read(): Promise<Entry[] | null> {
    try {
      const value: unknown = JSON.parse(checked(bytesOf(path)));
      const version = versionOf(value);
      if (version !== schemaVersion) {
        reading = { state: version > schemaVersion ? 'newer' : 'older' };
        return null;
      }
      const entries = entriesOf(value);
      reading = { state: 'good' };
      return entries;
    } catch (error) {
      const isAbsent = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
      reading = isAbsent ? { state: 'absent' } : { state: 'damaged', reason: troubleWith(error) };
      return null;
    }
  }

  function entriesOf(value: unknown): Entry[] {
    const parsed = enter(door, value);
    if (!parsed.success) throw new Error(firstIssue(parsed.error));
    return parsed.data.entries;
  }

  return {
    reading: () => reading,
    read,
    write: (entries) => {
      const body = JSON.stringify({ schemaVersion, entries });
      const checksum = hex(crc32(body));
      return writeWhole(path, `{"checksum":"${checksum}","catalogue":${body}${closing}`);
    },
  };
}

/** The catalogue's own text; throws unless every byte of the file is as it was written. */
function checked(bytes: Buffer): string {
  const [before = '', checksum] =
    opening.exec(bytes.subarray(0, longestOpening).toString('latin1')) ?? [];
  const body = bytes.subarray(before.length, bytes.length - closing.length);
  const isClosed = bytes.subarray(bytes.length - closing.length).toString('latin1') === closing;
  if (checksum === undefined || !isClosed) throw new Error('it is not as it was written');
  if (hex(crc32(body)) !== checksum) throw new Error('its checksum does not fit');
  return body.toString(isAscii(body) ? 'latin1' : 'utf8');
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

function versionOf(value: unknown): number {
  const isVersioned = typeof value === 'object' && value !== null && 'schemaVersion' in value;
  return isVersioned && typeof value.schemaVersion === 'number' ? value.schemaVersion : 0;
}

/** In one go, for ten years of figures are some megabytes. */
function bytesOf(path: string): Buffer {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > largestBytes) throw new Error('it is larger than 64 MiB');
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}
