import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import * as z from 'zod';
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

type Described<T> = {
  readonly path: string;
  readonly schemaVersion: number;
  readonly schema: z.ZodType<T>;
};

const opening = /^\{"checksum":"([0-9a-f]{8})","catalogue":/;
const closing = '}\n';
const longestOpening = 40;

/**
 * A lowdb adapter for what can be made anew at any time: with a checksum, so that no damaged byte is ever taken for a
 * figure, and without a backup. Reading writes nothing and never throws; `reading` says what it found.
 */
export function catalogueFile<T>({ path, schemaVersion, schema }: Described<T>): CatalogueFile<T> {
  let reading: CatalogueReading = { state: 'absent' };
  const whole = z.object({ schemaVersion: z.literal(schemaVersion), entries: schema });

  async function read(): Promise<T | null> {
    try {
      const value: unknown = JSON.parse(checked(await bytesOf(path)));
      const version = versionOf(value);
      if (version !== schemaVersion) {
        reading = { state: version > schemaVersion ? 'newer' : 'older' };
        return null;
      }
      const parsed = whole.safeParse(value);
      if (!parsed.success) throw new Error(firstIssue(parsed.error));
      reading = { state: 'good' };
      return parsed.data.entries;
    } catch (error) {
      const isAbsent = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
      reading = isAbsent ? { state: 'absent' } : { state: 'damaged', reason: troubleWith(error) };
      return null;
    }
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
  return body.toString('utf8');
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

function versionOf(value: unknown): number {
  const isVersioned = typeof value === 'object' && value !== null && 'schemaVersion' in value;
  return isVersioned && typeof value.schemaVersion === 'number' ? value.schemaVersion : 0;
}

async function bytesOf(path: string): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > largestBytes) throw new Error('it is larger than 64 MiB');
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
