import {
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test, vi } from 'vitest';
import { type JournalStatus, noJournal } from '../../src/journal/journal.ts';
import { openJournal, resumeJournal } from '../../src/journal/open-journal.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import type { Fact } from '../../src/session/facts.ts';
import { faultyDisk } from './faulty-disk.ts';
import {
  header,
  journalText,
  manyMeasured,
  pathOf,
  recordedFacts,
  temporaryFolder,
  textAt,
} from './samples.ts';

const facts = recordedFacts(30);
const warning: Fact = { type: 'warning-raised', atMs: 5, level: 'caution', bpm: 91 };

/** Virtual time that moves when told to: each step is a second, and lets the real disk finish. */
function clock() {
  const scheduler = new VirtualTimeScheduler(undefined, 0);
  const advance = async (ms: number): Promise<void> => {
    scheduler.maxFrames = scheduler.frame + ms;
    scheduler.flush();
    scheduler.frame = scheduler.maxFrames;
    await new Promise((resolve) => setTimeout(resolve, 3));
  };
  return { scheduler, advance };
}

async function settled(journal: { status(): JournalStatus }, status: JournalStatus['status']) {
  await vi.waitFor(() => expect(journal.status().status).toBe(status), { interval: 1 });
}

test('a journal is named by its start and id, begins with its header and has one fact a line', async () => {
  const folder = temporaryFolder();
  const journal = openJournal(folder, header);
  journal.append(facts);
  await journal.close();
  expect(pathOf(journal)).toBe(join(folder, 'sessions', '2026-11-22T070000Z_ab12cd.ndjson'));
  expect(textAt(pathOf(journal))).toBe(journalText(facts));
  expect(journal.status()).toEqual({ status: 'recording', onDisk: true });
  expect(journal.unwritten()).toBe(0);
});

test('each fact is one write, in the file when append returns', async () => {
  const { disk, calls } = faultyDisk();
  const journal = openJournal(temporaryFolder(), header, { disk });
  for (const fact of facts) journal.append([fact]);
  expect(textAt(pathOf(journal))).toBe(journalText(facts));
  expect(calls.filter((call) => call === 'writeSync').length).toBe(facts.length + 1);
  journal.closeSync();
});

test('D6 a journal is 0600 in a folder of 0700, under umask 000 too', () => {
  const before = process.umask(0);
  try {
    const folder = temporaryFolder();
    const journal = openJournal(folder, header);
    expect(statSync(pathOf(journal)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'sessions')).mode & 0o777).toBe(0o700);
    journal.closeSync();
  } finally {
    process.umask(before);
  }
});

test('a link planted at its path is not followed, and another name is taken', () => {
  const folder = temporaryFolder();
  openJournal(folder, { ...header, id: 'other' }, { randomEnd: () => 'first0' }).closeSync();
  writeFileSync(join(folder, 'victim'), 'untouched');
  symlinkSync(join(folder, 'victim'), join(folder, 'sessions', '2026-11-22T070000Z_ab12cd.ndjson'));
  const journal = openJournal(folder, header, { randomEnd: () => 'zz99zz' });
  journal.append(facts);
  journal.closeSync();
  expect(pathOf(journal)).toMatch(/_zz99zz\.ndjson$/);
  expect(textAt(join(folder, 'victim'))).toBe('untouched');
  expect(
    lstatSync(join(folder, 'sessions', '2026-11-22T070000Z_ab12cd.ndjson')).isSymbolicLink(),
  ).toBe(true);
});

test('D3 a session that is there already is never touched, even under the same id and second', () => {
  const folder = temporaryFolder();
  const first = openJournal(folder, header);
  first.append(facts);
  first.closeSync();
  const second = openJournal(folder, header);
  second.closeSync();
  expect(pathOf(second)).not.toBe(pathOf(first));
  expect(textAt(pathOf(first))).toBe(journalText(facts));
});

test('a place that cannot hold sessions is refused in a sentence, exit 6', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'sessions'), 'a file');
  expect(() => openJournal(folder, header)).toThrow(
    expect.objectContaining({
      exitCode: 6,
      message: expect.stringMatching(/not a directory.*--data-dir/),
    }),
  );
  expect(() => openJournal('/proc/nowhere', header)).toThrow(
    expect.objectContaining({ exitCode: 6 }),
  );
});

describe('D2 what is written is put on disk', () => {
  test('once a second while there is anything new, and not while there is not', async () => {
    const { scheduler, advance } = clock();
    const { disk, calls } = faultyDisk();
    const syncs = () => calls.filter((call) => call === 'fdatasync').length;
    const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
    await advance(1);
    await vi.waitFor(() => expect(calls).toContain('closeSync'));
    const atStart = syncs();
    await advance(2500);
    journal.append(manyMeasured(1));
    expect(syncs()).toBe(atStart);
    await advance(999);
    expect(syncs()).toBe(atStart);
    await advance(2);
    expect(syncs()).toBe(atStart + 1);
    for (let second = 0; second < 20; second += 1) await advance(1000);
    expect(syncs()).toBe(atStart + 1);
    journal.closeSync();
  });

  test('at once after a warning or a new phase, but not in the turn of it', async () => {
    const { scheduler, advance } = clock();
    const { disk, calls } = faultyDisk();
    const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
    await advance(5000);
    await vi.waitFor(() => expect(calls).toContain('closeSync'));
    calls.length = 0;
    journal.append([warning]);
    expect(calls).toEqual(['writeSync']);
    await advance(0);
    expect(calls).toEqual(['writeSync', 'fdatasync']);
    journal.closeSync();
  });

  test('in lived time a warning is synced in the next turn of the event loop, with no timer before it', async () => {
    const { disk, calls } = faultyDisk();
    const journal = openJournal(temporaryFolder(), header, { disk });
    await vi.waitFor(() => expect(calls).toContain('closeSync'));
    calls.length = 0;
    journal.append([warning]);
    await Promise.resolve();
    expect(calls).toEqual(['writeSync']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(calls).toEqual(['writeSync', 'fdatasync']);
    journal.closeSync();
  });

  test('never two syncs at a time, and a slow disk is shown as behind', async () => {
    const { scheduler, advance } = clock();
    const faulty = faultyDisk();
    const waiting: (() => void)[] = [];
    const slow = {
      ...faulty.disk,
      fdatasync: (fd: number, done: (error: Error | null) => void) =>
        faulty.disk.fdatasync(fd, (error) => waiting.push(() => done(error))),
    };
    const journal = openJournal(temporaryFolder(), header, { disk: slow, scheduler });
    for (let second = 0; second < 6; second += 1) {
      journal.append([warning]);
      await advance(1000);
    }
    await vi.waitFor(() => expect(waiting.length).toBe(1));
    expect(journal.status()).toEqual({ status: 'recording', onDisk: false });
    expect(faulty.calls.filter((call) => call === 'fdatasync').length).toBe(1);
    await vi.waitFor(() => {
      waiting.shift()?.();
      expect(journal.status()).toEqual({ status: 'recording', onDisk: true });
    });
    expect(faulty.mostSyncsAtOnce()).toBe(1);
    journal.closeSync();
  });
});

describe('D7 a disk that refuses', () => {
  const codes = ['ENOSPC', 'EROFS', 'EIO', 'EACCES', 'EMFILE'];

  test.each(codes)(
    '%s at a write: not recording at once, all facts in order when it ends',
    async (code) => {
      const { scheduler, advance } = clock();
      const { disk, failing } = faultyDisk();
      const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
      const said: JournalStatus[] = [];
      journal.status$.subscribe((status) => said.push(status));
      journal.append(facts.slice(0, 10));
      failing((_, call) => (call === 'writeSync' ? code : undefined));
      journal.append(facts.slice(10, 20));
      expect(journal.status()).toMatchObject({ status: 'not-recording' });
      journal.append(facts.slice(20));
      await advance(3000);
      expect(journal.unwritten()).toBe(facts.length - 10);
      failing(undefined);
      await advance(1000);
      expect(journal.status().status).toBe('recording');
      expect(textAt(pathOf(journal))).toBe(journalText(facts));
      expect(said.map(({ status }) => status)).toEqual(['recording', 'not-recording', 'recording']);
      await journal.close();
    },
  );

  test('the next fact tries again too, without waiting for the second', () => {
    const { scheduler } = clock();
    const { disk, failing } = faultyDisk();
    const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
    failing(() => 'ENOSPC');
    journal.append(facts.slice(0, 3));
    failing(undefined);
    journal.append(facts.slice(3));
    expect(textAt(pathOf(journal))).toBe(journalText(facts));
    journal.closeSync();
  });

  test('short writes are completed, and a retry never writes a byte twice', () => {
    const faulty = faultyDisk();
    let budget = Number.POSITIVE_INFINITY;
    const disk = {
      ...faulty.disk,
      writeSync: (fd: number, bytes: Uint8Array) => {
        const fits = bytes.subarray(0, Math.min(budget, 1 + (bytes.length >> 1)));
        if (fits.length === 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        budget -= fits.length;
        return faulty.disk.writeSync(fd, fits);
      },
    };
    const journal = openJournal(temporaryFolder(), header, { disk });
    budget = 0;
    for (const fact of facts) {
      journal.append([fact]);
      budget += 37;
    }
    expect(journal.status().status).toBe('not-recording');
    budget = Number.POSITIVE_INFINITY;
    journal.append([warning]);
    expect(textAt(pathOf(journal))).toBe(journalText([...facts, warning]));
    journal.closeSync();
  });

  test('after a failed sync the file is written anew under its name, not synced again', async () => {
    const { scheduler, advance } = clock();
    const { disk, calls, failing } = faultyDisk();
    const folder = temporaryFolder();
    const journal = openJournal(folder, header, { disk, scheduler });
    journal.append(facts.slice(0, 10));
    await advance(1000);
    await vi.waitFor(() =>
      expect(calls.filter((call) => call === 'fdatasync').length).toBeGreaterThan(1),
    );
    const before = statSync(pathOf(journal)).ino;
    journal.append(facts.slice(10, 20));
    failing((_, call) => (call === 'fdatasync' ? 'EIO' : undefined));
    await advance(1000);
    await settled(journal, 'not-recording');
    journal.append(facts.slice(20, 25));
    failing(undefined);
    // After a failed sync the system may drop what it had not put on disk.
    truncateSync(pathOf(journal), Buffer.byteLength(journalText(facts.slice(0, 10))) + 3);
    calls.length = 0;
    await advance(1000);
    await settled(journal, 'recording');
    expect(calls.indexOf('renameSync')).toBeGreaterThan(calls.indexOf('fdatasync'));
    expect(statSync(pathOf(journal)).ino).not.toBe(before);
    expect(statSync(pathOf(journal)).mode & 0o777).toBe(0o600);
    journal.append(facts.slice(25));
    await journal.close();
    expect(textAt(pathOf(journal))).toBe(journalText(facts));
    expect(readdirSync(join(folder, 'sessions'))).toEqual(['2026-11-22T070000Z_ab12cd.ndjson']);
  });

  test.each(['once', 'for ever, then healed'])(
    'the n-th call of the disk fails %s, for every n: nothing is lost, doubled or thrown',
    async (how) => {
      const total = await session(undefined);
      expect(total).toBeGreaterThan(10);
      for (let n = 1; n < total + 4; n += 1) {
        const isHit = (index: number): boolean => (how === 'once' ? index === n : index >= n);
        await session((index) => (isHit(index) ? 'EIO' : undefined));
      }
    },
  );

  /** A short session with a second between its facts; the disk heals at its end. Returns the calls it took. */
  async function session(
    fault: ((index: number) => string | undefined) | undefined,
  ): Promise<number> {
    const { scheduler, advance } = clock();
    const { disk, calls, failing } = faultyDisk();
    const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
    failing(fault);
    const few = facts.slice(0, 15);
    for (let at = 0; at < few.length; at += 5) {
      journal.append(few.slice(at, at + 5));
      await advance(1000);
    }
    const made = calls.length;
    failing(undefined);
    await journal.close();
    expect(textAt(pathOf(journal))).toBe(journalText(few));
    expect(journal.unwritten()).toBe(0);
    return made;
  }

  test('where no sync ever succeeds, every fact is in the file all the same, and it is said to be failing', async () => {
    const { scheduler, advance } = clock();
    const { disk, failing } = faultyDisk();
    failing((_, call) => (call === 'fdatasync' || call === 'fsyncSync' ? 'EIO' : undefined));
    const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
    for (const fact of facts) {
      journal.append([fact]);
      await advance(700);
    }
    expect(textAt(pathOf(journal))).toBe(journalText(facts));
    expect(journal.status()).toMatchObject({ status: 'not-recording' });
    journal.closeSync();
    expect(textAt(pathOf(journal))).toBe(journalText(facts));
  });

  test('a disk that never heals: close resolves, and says what is lost', async () => {
    const { disk, failing } = faultyDisk();
    const journal = openJournal(temporaryFolder(), header, { disk });
    failing(() => 'ENOSPC');
    journal.append(facts);
    await journal.close();
    expect(journal.status()).toEqual({
      status: 'not-recording',
      reason: 'the disk is full (ENOSPC)',
    });
    expect(journal.unwritten()).toBe(facts.length + 1);
    const sync = openJournal(temporaryFolder(), header);
    sync.append(facts);
    sync.closeSync();
    expect(sync.unwritten()).toBe(0);
  });
});

test('closeSync in the middle of a sync or a rewrite keeps every fact', async () => {
  for (const code of [undefined, 'EIO']) {
    const { scheduler, advance } = clock();
    const { disk, failing } = faultyDisk();
    const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
    await advance(1000);
    journal.append([...facts.slice(0, 20), warning]);
    failing((_, call) => (call === 'fdatasync' ? code : undefined));
    await advance(0);
    failing(undefined);
    scheduler.maxFrames += 1000;
    scheduler.flush();
    journal.append(facts.slice(20));
    journal.closeSync();
    const expected = journalText([...facts.slice(0, 20), warning, ...facts.slice(20)]);
    expect(textAt(pathOf(journal))).toBe(expected);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(textAt(pathOf(journal))).toBe(expected);
    journal.append(facts);
    expect(textAt(pathOf(journal))).toBe(expected);
  }
});

test('an interrupted session goes on in its file, its torn line cut and kept beside', async () => {
  const journal = openJournal(temporaryFolder(), header);
  journal.append(facts.slice(0, 20));
  journal.closeSync();
  const path = pathOf(journal);
  writeFileSync(path, '{"type":"meas', { flag: 'a' });
  const again = resumeJournal(path);
  again.append(facts.slice(20));
  await again.close();
  expect(textAt(path)).toBe(journalText(facts));
  expect(textAt(`${path}.torn`)).toBe('{"type":"meas');
  expect(readJournal(path)).toMatchObject({ damage: [], tornTail: false });
});

test('--no-log is a journal that keeps nothing and says so', async () => {
  const journal = noJournal();
  const said: JournalStatus[] = [];
  journal.status$.subscribe((status) => said.push(status));
  journal.append(facts);
  await journal.close();
  expect(journal.path).toBeUndefined();
  expect(said).toEqual([{ status: 'not-recording', reason: 'recording is off (--no-log)' }]);
});

test('the reader finds what the writer has written while it still writes', () => {
  const journal = openJournal(temporaryFolder(), header);
  journal.append(facts.slice(0, 50));
  const before = readFileSync(pathOf(journal));
  expect(readJournal(pathOf(journal)).facts).toEqual(facts.slice(0, 50));
  expect(readFileSync(pathOf(journal))).toEqual(before);
  journal.closeSync();
});
