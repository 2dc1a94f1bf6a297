import type { Fact } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { type FileLine, type TakeBytes, visitLines } from './file-lines.ts';
import { withJournalFile } from './journal-file-reading.ts';
import { readFactLine } from './line.ts';
import { MeasuredLines } from './measured-line.ts';
import { headerFrom } from './read-header.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** A line that is no fact, and why; lines count from 1, which is the header. */
type DamagedLine = { readonly line: number; readonly reason: string };

export type StoredSession = {
  readonly path: string;
  readonly header: SessionHeader;
  readonly facts: readonly Fact[];
  readonly damage: readonly DamagedLine[];
  /** Whether it came to its end; otherwise it was interrupted, or is still going on. */
  readonly ended: boolean;
  /** Whether the last line was cut off in the middle of its write; it is no damage and no fact. */
  readonly tornTail: boolean;
};

/**
 * Reads a session, and never writes. Content never makes it throw behind the header: damaged lines are skipped and
 * reported. Throws an UnreadableJournalError for no file, no header, a newer version, or more than 512 MiB.
 */
export function readJournal(path: string, { isOneOfMany = false } = {}): StoredSession {
  return withJournalFile(path, (fd, size) => {
    const reading = new Reading(path);
    const take: TakeBytes = (bytes, from) => reading.takeMeasured(bytes, from);
    const isMuch = isOneOfMany || size > muchBytes;
    visitLines(fd, size, (line) => reading.take(line), isMuch ? take : undefined);
    return reading.session();
  });
}

/** For less, and for once, JSON.parse is done before V8 has compiled anything quicker. */
const muchBytes = 2 ** 19;

class Reading {
  readonly #path: string;
  #header: SessionHeader | undefined;
  readonly #facts: Fact[] = [];
  readonly #damage: DamagedLine[] = [];
  readonly #measured = new MeasuredLines();
  #ended = false;
  #tornTail = false;

  constructor(path: string) {
    this.#path = path;
  }

  take(line: FileLine): boolean {
    if (this.#header === undefined) this.#header = headerFrom(line, this.#path);
    else this.#takeFact(line);
    return true;
  }

  /** The short way for what most lines are: short once it is compiled. */
  takeMeasured(bytes: Uint8Array, from: number): number {
    const fact = this.#measured.read(bytes, from);
    if (fact === undefined) return -1;
    this.#facts.push(fact);
    return this.#measured.end;
  }

  #takeFact({ text, number, problem, whole }: FileLine): void {
    const reading = problem === undefined ? readFactLine(text) : { problem };
    if (reading.problem === undefined) {
      this.#facts.push(reading.fact);
      if (reading.fact.type === 'session-ended') this.#ended = true;
    } else if (whole) this.#damage.push({ line: number, reason: reading.problem });
    else this.#tornTail = true;
  }

  session(): StoredSession {
    if (this.#header === undefined) {
      throw new UnreadableJournalError(
        this.#path,
        'damaged',
        'it is empty, so nothing was recorded; pulsepace log delete removes it',
      );
    }
    return {
      path: this.#path,
      header: this.#header,
      facts: this.#facts,
      damage: this.#damage,
      ended: this.#ended,
      tornTail: this.#tornTail,
    };
  }
}
