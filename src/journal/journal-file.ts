import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { createPrivateFile, type Disk, fdatasync } from './disk.ts';
import { syncFolder, syncFolderNow } from './folder-sync.ts';

const COPY_BYTES = 1 << 20;

/**
 * The file of a journal and the lines of it that may not be on disk yet, in order. A line is forgotten only when a sync
 * that began after its write has succeeded.
 */
export class JournalFile {
  readonly path: string;
  readonly #disk: Disk;
  #fd: number;
  /** Length of what is on disk for certain; always a whole number of lines. */
  #durableBytes: number;
  readonly #kept: Buffer[] = [];
  /** How many of the kept lines are written in full, and how many bytes of the one after them. */
  #written = 0;
  #partBytes = 0;
  #nameIsDurable: boolean;
  #settlements = 0;

  constructor(disk: Disk, path: string, fd: number, durableBytes: number) {
    this.#disk = disk;
    this.path = path;
    this.#fd = fd;
    this.#durableBytes = durableBytes;
    this.#nameIsDurable = durableBytes > 0;
  }

  add(line: string): void {
    this.#kept.push(Buffer.from(line));
  }

  /** Lines not on disk for certain. */
  get atRisk(): number {
    return this.#kept.length;
  }

  /** Lines not handed to the system in full. */
  get unwritten(): number {
    return this.#kept.length - this.#written;
  }

  /** One write a line. Throws at the first that fails; the next call goes on at the very byte. */
  write(): void {
    for (let line = this.#kept[this.#written]; line; line = this.#kept[this.#written]) {
      const bytes = this.#disk.writeSync(this.#fd, line.subarray(this.#partBytes));
      if (bytes === 0) throw new Error('the disk takes no more');
      this.#partBytes += bytes;
      if (this.#partBytes < line.length) continue;
      this.#written += 1;
      this.#partBytes = 0;
    }
  }

  /** Puts what is written on disk. After a rejection only `rewrite` helps: the system may have dropped the bytes. */
  async sync(): Promise<void> {
    const lines = this.#written;
    const settlements = this.#settlements;
    await fdatasync(this.#disk, this.#fd);
    await this.#syncName();
    if (settlements === this.#settlements) this.#settle(lines);
  }

  syncNow(): void {
    this.#disk.fsyncSync(this.#fd);
    if (!this.#nameIsDurable) syncFolderNow(this.#disk, dirname(this.path));
    this.#settle(this.#written);
  }

  /** Writes the whole file anew and puts it in the place of the old. `mayReplace` is asked just before that. */
  async rewrite(mayReplace: () => boolean): Promise<void> {
    const copy = this.#copy();
    try {
      await fdatasync(this.#disk, copy.fd);
      if (!mayReplace()) throw new Error('the journal was closed meanwhile');
      this.#adopt(copy);
    } catch (error) {
      this.#discard(copy);
      throw error;
    }
    await this.#syncName();
  }

  rewriteNow(): void {
    const copy = this.#copy();
    try {
      this.#disk.fsyncSync(copy.fd);
      this.#adopt(copy);
    } catch (error) {
      this.#discard(copy);
      throw error;
    }
    syncFolderNow(this.#disk, dirname(this.path));
  }

  close(): void {
    this.#disk.closeSync(this.#fd);
  }

  async #syncName(): Promise<void> {
    if (this.#nameIsDurable) return;
    await syncFolder(this.#disk, dirname(this.path));
    this.#nameIsDurable = true;
  }

  #copy(): Copy {
    const path = `${this.path}.${randomBytes(6).toString('hex')}.new`;
    const copy = { path, fd: createPrivateFile(this.#disk, path), lines: this.#kept.length };
    try {
      this.#copyDurable(copy.fd);
      for (const line of this.#kept) writeAll(this.#disk, copy.fd, line);
      return copy;
    } catch (error) {
      this.#discard(copy);
      throw error;
    }
  }

  #copyDurable(to: number): void {
    const chunk = Buffer.alloc(Math.min(COPY_BYTES, this.#durableBytes));
    for (let at = 0; at < this.#durableBytes; ) {
      const length = Math.min(chunk.length, this.#durableBytes - at);
      const read = this.#disk.readSync(this.#fd, chunk, 0, length, at);
      if (read === 0) throw new Error('the journal has become shorter than it was');
      writeAll(this.#disk, to, chunk.subarray(0, read));
      at += read;
    }
  }

  #adopt({ path, fd, lines }: Copy): void {
    this.#disk.renameSync(path, this.path);
    const old = this.#fd;
    this.#fd = fd;
    this.#nameIsDurable = false;
    this.#partBytes = 0;
    this.#settle(lines);
    this.#written = 0;
    try {
      this.#disk.closeSync(old);
    } catch {
      // The old file is nobody's any more; what its end has to say changes nothing.
    }
  }

  #discard({ path, fd }: Copy): void {
    for (const undo of [() => this.#disk.closeSync(fd), () => this.#disk.unlinkSync(path)]) {
      try {
        undo();
      } catch {
        // What matters is the error that led here.
      }
    }
  }

  #settle(lines: number): void {
    for (const line of this.#kept.splice(0, lines)) this.#durableBytes += line.length;
    this.#written = Math.max(0, this.#written - lines);
    this.#settlements += 1;
  }
}

type Copy = { readonly path: string; readonly fd: number; readonly lines: number };

function writeAll(disk: Disk, fd: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    const count = disk.writeSync(fd, bytes.subarray(done));
    if (count === 0) throw new Error('the disk takes no more');
    done += count;
  }
}
