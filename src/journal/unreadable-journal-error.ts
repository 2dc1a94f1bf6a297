export type UnreadableReason = 'missing' | 'damaged' | 'newer' | 'too-large';

/** A journal of which nothing can be read; the file is left as it is. Exit code 5, or 3 when there is none. */
export class UnreadableJournalError extends Error {
  readonly exitCode: 3 | 5;
  readonly path: string;
  readonly reason: UnreadableReason;

  constructor(path: string, reason: UnreadableReason, words: string, cause?: unknown) {
    super(`Cannot read the session ${JSON.stringify(path)}: ${words}.`, { cause });
    this.name = 'UnreadableJournalError';
    this.path = path;
    this.reason = reason;
    this.exitCode = reason === 'missing' ? 3 : 5;
  }
}
