const plainWords: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not grow any further',
  EROFS: 'the disk is read-only',
  EIO: 'the disk fails',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  EEXIST: 'something else stands in its place',
  ELOOP: 'it is a symbolic link',
};

/** What a file system says when it will not, whatever is asked of it; anything else may be a mistake of ours. */
const ofTheDisk: ReadonlySet<string | undefined> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE'],
]);

export const isOfTheDisk = (error: unknown): boolean => ofTheDisk.has(errorCode(error));

/** The code of a system error such as ENOSPC; undefined for everything else. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A system error in plain words with its code, as a part of a sentence. */
export function troubleWith(error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  const words = plainWords[code];
  return words === undefined ? code : `${words} (${code})`;
}
