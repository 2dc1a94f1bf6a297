import * as fs from 'node:fs';

/** The system calls a journal is written with. */
export type Disk = Pick<
  typeof fs,
  'openSync' | 'readSync' | 'renameSync' | 'unlinkSync' | 'closeSync' | 'fsyncSync'
> & {
  readonly writeSync: (fd: number, bytes: Uint8Array) => number;
  readonly fdatasync: (fd: number, done: (error: Error | null) => void) => void;
};

export const realDisk: Disk = fs;

export const fdatasync = (disk: Disk, fd: number): Promise<void> =>
  new Promise((resolve, reject) => {
    disk.fdatasync(fd, (error) => (error === null ? resolve() : reject(error)));
  });

/** Appending and reading back; never through a link, and never to a file that is there already. */
export function createPrivateFile(disk: Disk, path: string): number {
  const { O_RDWR, O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
  return disk.openSync(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600);
}

export function openPrivateFile(disk: Disk, path: string): number {
  const { O_RDWR, O_APPEND, O_NOFOLLOW } = fs.constants;
  return disk.openSync(path, O_RDWR | O_APPEND | (O_NOFOLLOW ?? 0));
}
