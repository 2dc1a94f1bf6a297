import {
  BehaviorSubject,
  type Observable,
  type SchedulerLike,
  type Subscription,
  type Unsubscribable,
} from 'rxjs';
import type { Fact } from '../session/facts.ts';
import type { Journal, JournalStatus } from './journal.ts';
import type { JournalFile } from './journal-file.ts';
import { lineOf } from './line.ts';
import type { Soon } from './next-turn.ts';
import { troubleWith } from './trouble.ts';
import { areUrgent } from './urgent-facts.ts';

const SYNC_EVERY_MS = 1000;

/** When to write, sync, try again and write anew. Between its calls at most one job of the disk is under way. */
export class JournalWriter implements Journal {
  readonly path: string;
  readonly status$: Observable<JournalStatus>;
  readonly #file: JournalFile;
  readonly #scheduler: SchedulerLike;
  readonly #inNextTurn: Soon;
  readonly #status = new BehaviorSubject<JournalStatus>({ status: 'recording', onDisk: true });
  #nextTick: Subscription | undefined;
  #soon: Unsubscribable | undefined;
  #job: Promise<void> | undefined;
  #syncAgain = false;
  /** After a failed sync the file's unsynced bytes may be gone, so it is not appended to but written anew. */
  #mustRewrite = false;
  #closed = false;
  #isAbandoned = false;
  #isFinished = false;

  constructor(file: JournalFile, scheduler: SchedulerLike, soon: Soon) {
    this.#file = file;
    this.#scheduler = scheduler;
    this.#inNextTurn = soon;
    this.path = file.path;
    this.status$ = this.#status.asObservable();
  }

  append(facts: readonly Fact[]): void {
    this.add(facts.map(lineOf), areUrgent(facts));
  }

  add(lines: readonly string[], isUrgent: boolean): void {
    if (this.#closed || lines.length === 0) return;
    for (const line of lines) this.#file.add(line);
    this.#write();
    // Not on this turn, which may have a warning to draw.
    if (isUrgent) this.#soon ??= this.#inNextTurn(() => this.#syncSoon());
    this.#nextTick ??= this.#scheduler.schedule(() => this.#tick(), SYNC_EVERY_MS);
  }

  status(): JournalStatus {
    return this.#status.value;
  }

  unwritten(): number {
    return this.#mustRewrite ? this.#file.atRisk : this.#file.unwritten;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#stop();
    while (this.#job !== undefined) await this.#job;
    this.#write();
    await this.#run(() => (this.#mustRewrite ? this.#file.rewrite(() => true) : this.#file.sync()));
    if (this.#mustRewrite) await this.#run(() => this.#file.rewrite(() => true));
    this.#finish(true);
  }

  closeSync(): void {
    if (this.#isFinished) return;
    this.#stop();
    this.#isAbandoned = true;
    this.#write();
    if (!this.#mustRewrite) this.#try(() => this.#file.syncNow(), true);
    if (this.#mustRewrite) this.#try(() => this.#file.rewriteNow(), true);
    this.#finish(this.#job === undefined);
  }

  #tick(): void {
    this.#nextTick = undefined;
    const isBehind = this.#job !== undefined && this.#status.value.status === 'recording';
    if (isBehind) this.#say({ status: 'recording', onDisk: false });
    this.#write();
    this.#sync();
    if (this.#file.atRisk > 0) {
      this.#nextTick = this.#scheduler.schedule(() => this.#tick(), SYNC_EVERY_MS);
    }
  }

  #syncSoon(): void {
    this.#soon = undefined;
    this.#sync();
  }

  #write(): void {
    if (!this.#mustRewrite) this.#try(() => this.#file.write(), false);
    else this.#writeForNow();
  }

  /** Where no sync succeeds, the old file is all that would be left; what its writes say changes nothing. */
  #writeForNow(): void {
    try {
      this.#file.write();
    } catch {
      // It is to be written anew, and said to be failing, as it is.
    }
  }

  #sync(): void {
    if (this.#job !== undefined) this.#syncAgain = true;
    else if (this.#mustRewrite) void this.#run(() => this.#file.rewrite(() => !this.#isAbandoned));
    else if (this.#file.atRisk > this.#file.unwritten) void this.#run(() => this.#file.sync());
  }

  /** Never rejects: what goes wrong becomes the status. */
  #run(job: () => Promise<void>): Promise<void> {
    const running = job().then(
      () => this.#done(),
      (error: unknown) => this.#failed(error),
    );
    this.#job = running;
    return running;
  }

  #done(): void {
    this.#job = undefined;
    this.#mustRewrite = false;
    this.#write();
    if (this.#status.value.status === 'recording') this.#say({ status: 'recording', onDisk: true });
    if (this.#syncAgain && !this.#closed) {
      this.#syncAgain = false;
      this.#sync();
    }
  }

  #failed(error: unknown): void {
    this.#job = undefined;
    this.#syncAgain = false;
    this.#mustRewrite = true;
    this.#say({ status: 'not-recording', reason: troubleWith(error) });
  }

  #try(action: () => void, isSync: boolean): void {
    try {
      action();
      if (isSync) this.#mustRewrite = false;
      this.#say({ status: 'recording', onDisk: this.#isOnDisk() });
    } catch (error) {
      if (isSync) this.#mustRewrite = true;
      this.#say({ status: 'not-recording', reason: troubleWith(error) });
    }
  }

  #isOnDisk(): boolean {
    const { value } = this.#status;
    return value.status === 'recording' ? value.onDisk : true;
  }

  #say(status: JournalStatus): void {
    if (!same(status, this.#status.value)) this.#status.next(status);
  }

  #stop(): void {
    this.#closed = true;
    this.#nextTick?.unsubscribe();
    this.#soon?.unsubscribe();
  }

  #finish(mayClose: boolean): void {
    this.#isFinished = true;
    try {
      if (mayClose) this.#file.close();
    } catch (error) {
      this.#say({ status: 'not-recording', reason: troubleWith(error) });
    }
    this.#status.complete();
  }
}

function same(a: JournalStatus, b: JournalStatus): boolean {
  return a.status === 'recording'
    ? b.status === 'recording' && a.onDisk === b.onDisk
    : b.status === 'not-recording' && a.reason === b.reason;
}
