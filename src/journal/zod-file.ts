import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { chmod, copyFile, open, rm } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type * as z from 'zod';
import { type Door, enter } from '../session/door.ts';
import { firstIssue } from './line.ts';
import { errorCode, troubleWith } from './trouble.ts';
import { writeWhole } from './write-whole.ts';

const LARGEST_BYTES = 16 * 2 ** 20;

/** A file written by a newer pulsepace; it is left untouched. */
class NewerFileError extends Error {
  readonly exitCode = 5;

  constructor(path: string, version: number, known: number) {
    super(
      `A newer pulsepace wrote ${JSON.stringify(path)} (version ${version}, this one knows up to ${known}): it is left untouched, update pulsepace to use it.`,
    );
    this.name = 'NewerFileError';
  }
}

export type ZodFile<T> = {
  readonly path: string;
  /** A loose object keeps the keys this version does not know. */
  readonly door: Door<z.ZodType<T>>;
  readonly schemaVersion: number;
  /** Called with one sentence when the file was damaged and what stands in for it. */
  readonly say: (notice: string) => void;
};

type Stored<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'damaged'; readonly reason: string }
  /** The system does not give its bytes, which may be whole. */
  | { readonly state: 'unreadable'; readonly reason: string; readonly error: unknown }
  | { readonly state: 'good'; readonly text: string; readonly data: T };

/**
 * A lowdb adapter: the schema at the door, replaced in one step, the version before kept as `.bak`, which stands in for
 * a damaged file. Damaged bytes are kept as `.damaged`; a file that cannot be read is never replaced. Reading
 * throws a NewerFileError; reading writes nothing.
 */
export function zodFile<T>(file: ZodFile<T>): Adapter<T> {
  const { path } = file;
  return {
    read: async () => {
      const stored = await load(path, file);
      if (stored.state === 'good') return stored.data;
      if (stored.state === 'absent') return null;
      const backup = await load(backupOf(path), file);
      const stand = backup.state === 'good' ? 'the version before it is used' : 'it is left out';
      const what =
        stored.state === 'damaged'
          ? `is damaged (${stored.reason}): ${stand}, and the next change repairs it`
          : `cannot be read (${stored.reason}): ${stand}, and nothing in it can be changed until it can`;
      file.say(`${JSON.stringify(path)} ${what}.`);
      return backup.state === 'good' ? backup.data : null;
    },
    write: async (data) => {
      const stored = await load(path, file);
      if (stored.state === 'unreadable') throw stored.error;
      if (stored.state === 'good') await writeWhole(backupOf(path), stored.text);
      if (stored.state === 'damaged') await keepDamaged(path);
      await writeWhole(path, `${JSON.stringify(file.door.schema().parse(data), null, 2)}\n`);
    },
  };
}

const backupOf = (path: string): string => `${path}.bak`;

async function keepDamaged(path: string): Promise<void> {
  const beside = `${path}.damaged`;
  await rm(beside, { force: true });
  await copyFile(path, beside, constants.COPYFILE_EXCL);
  await chmod(beside, 0o600);
}

async function load<T>(path: string, file: ZodFile<T>): Promise<Stored<T>> {
  let text: string;
  try {
    text = await textOf(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'absent' };
    const reason = troubleWith(error);
    return code === undefined
      ? { state: 'damaged', reason }
      : { state: 'unreadable', reason, error };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: 'damaged', reason: 'not JSON' };
  }
  refuseNewer(path, value, file.schemaVersion);
  const parsed = enter(file.door, value);
  return parsed.success
    ? { state: 'good', text, data: parsed.data }
    : { state: 'damaged', reason: firstIssue(parsed.error) };
}

async function textOf(path: string): Promise<string> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > LARGEST_BYTES) throw new Error('it is larger than 16 MiB');
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) throw new Error('not UTF-8');
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } finally {
    await handle.close();
  }
}

function refuseNewer(path: string, value: unknown, known: number): void {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return;
  const version = value.schemaVersion;
  if (typeof version === 'number' && version > known) {
    throw new NewerFileError(path, version, known);
  }
}
