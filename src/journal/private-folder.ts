import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  type Stats,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { DataDirectoryError } from './data-directory-error.ts';
import { errorCode } from './trouble.ts';

const FOR_OTHERS = 0o077;
const STICKY = 0o1000;

/**
 * Makes a folder and those above it, 0700 each. Node's own recursive mkdir never returns where the system says ENOENT
 * under a folder that exists, as /proc does.
 */
export function makeFolders(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && !existsSync(dirname(path))) {
      makeFolders(dirname(path));
      mkdirSync(path, { mode: 0o700 });
    } else if (!existsSync(path) || !statSync(path).isDirectory()) throw error;
  }
}

/** Makes a folder of ours, 0700 under any umask; a link or a file in its place is refused. */
export function ownFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const stats = lstatSync(path);
  if (!stats.isDirectory()) {
    const kind = stats.isSymbolicLink() ? 'a symbolic link' : 'not a directory';
    throw new DataDirectoryError(path, `it is ${kind}`);
  }
  if (isLoose(stats)) tighten(path);
}

/**
 * Tightens a data directory and the files in it to 0700 and 0600. One that may be shared with other things (the home
 * directory, a directory like /tmp, one holding nothing of ours) is left as it is: our own folders in it are closed.
 */
export function keepPrivate(directory: string): void {
  const stats = statSync(directory);
  if (isLoose(stats) && isOurs(directory, stats)) tighten(directory);
}

function tighten(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) closeFile(join(folder, entry.name));
  }
}

function closeFile(path: string): void {
  const stats = lstatSync(path);
  if (isLoose(stats)) chmodSync(path, 0o600);
}

function isLoose(stats: Stats): boolean {
  return process.platform !== 'win32' && isMine(stats) && (stats.mode & FOR_OTHERS) !== 0;
}

function isMine(stats: Stats): boolean {
  return process.getuid === undefined || stats.uid === process.getuid();
}

function isOurs(directory: string, stats: Stats): boolean {
  if ((stats.mode & STICKY) !== 0 || directory === homedir()) return false;
  if (directory === parse(directory).root) return false;
  const names = readdirSync(directory);
  return names.length === 0 || names.includes('sessions') || names.includes('profile.json');
}
