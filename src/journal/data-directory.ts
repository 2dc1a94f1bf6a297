import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { asDataDirectoryError } from './data-directory-error.ts';
import { keepPrivate, makeFolders, ownFolder } from './private-folder.ts';
import { checkedProfileName } from './profile-name.ts';

export type DataDirectoryOptions = {
  /** `--data-dir`, which wins over everything. */
  readonly flag?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly profileName?: string | undefined;
};

/** Where the data of a person lives, absolute; nothing is created. For those who only read. */
export function dataDirectoryPath(options: DataDirectoryOptions = {}): string {
  const root = rootPath(options);
  const { profileName } = options;
  return profileName === undefined ? root : join(root, 'profiles', checkedProfileName(profileName));
}

/**
 * The same, made ready to be written: created 0700, looser modes of what is ours tightened. Throws a DataDirectoryError
 * when it cannot be written, a ProfileNameError for a bad name.
 */
export function dataDirectory(options: DataDirectoryOptions = {}): string {
  const root = rootPath(options);
  const path = dataDirectoryPath(options);
  try {
    makeFolders(root);
    keepPrivate(root);
    if (path !== root) {
      ownFolder(join(root, 'profiles'));
      ownFolder(path);
      keepPrivate(path);
    }
    accessSync(path, constants.W_OK | constants.X_OK);
    ownFolder(sessionsFolder(path));
    accessSync(sessionsFolder(path), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw asDataDirectoryError(error, path);
  }
  return path;
}

export const sessionsFolder = (directory: string): string => join(directory, 'sessions');

function rootPath({ flag, env = process.env }: DataDirectoryOptions): string {
  const chosen = flag || env.PULSEPACE_DATA_DIR;
  return chosen ? resolve(chosen) : envPaths('pulsepace', { suffix: '' }).data;
}
