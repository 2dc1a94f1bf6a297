import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualTimeScheduler } from 'rxjs';
import { expect, test } from 'vitest';
import { type Disk, realDisk } from '../../src/journal/disk.ts';
import { openJournal, resumeJournal } from '../../src/journal/open-journal.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import type { Fact } from '../../src/session/facts.ts';
import { header, pathOf, recordedFacts, temporaryFolder, textAt } from '../journal/samples.ts';

/** The file after a write, and how much of it a sync had asked for by then. */
type Moment = { readonly bytes: number; readonly durable: number; readonly atMs: number };

/** A session written at its own pace in simulated time: its bytes, and every moment at which the power may go. */
async function recordedMoments(
  facts: readonly Fact[],
): Promise<{ text: string; moments: Moment[] }> {
  const scheduler = new VirtualTimeScheduler(undefined, 0);
  const moments: Moment[] = [];
  let [bytes, durable, journalFd, nowMs, underWay] = [0, 0, -1, 0, 0];
  const disk: Disk = {
    ...realDisk,
    writeSync: (fd, chunk) => {
      journalFd = fd;
      const written = realDisk.writeSync(fd, chunk);
      bytes += written;
      moments.push({ bytes, durable, atMs: nowMs });
      return written;
    },
    fdatasync: (fd, done) => {
      const asked = bytes;
      underWay += 1;
      realDisk.fdatasync(fd, (error) => {
        if (fd === journalFd) durable = asked;
        underWay -= 1;
        done(error);
      });
    },
  };
  const journal = openJournal(temporaryFolder(), header, { disk, scheduler });
  for (const fact of facts) {
    nowMs = Math.max(nowMs, fact.atMs);
    scheduler.maxFrames = nowMs;
    scheduler.flush();
    scheduler.frame = nowMs;
    // What was asked of the disk is done before time goes on, as it is where a second is a second.
    do await new Promise((settled) => setTimeout(settled, 1));
    while (underWay > 0);
    journal.append([fact]);
  }
  const text = textAt(pathOf(journal));
  journal.closeSync();
  return { text, moments };
}

test('D2 the power goes after any write: whatever became of what was not synced, a second at most is lost, and the rest reads', async () => {
  const facts = recordedFacts(18);
  const { text, moments } = await recordedMoments(facts);
  const whole = Buffer.from(text);
  const ends = [...whole.keys()].filter((at) => whole[at] === 10).map((at) => at + 1);
  const path = join(temporaryFolder(), 'session.ndjson');
  const linesIn = (size: number): number => ends.filter((end) => end <= size).length;
  const known = new Set(facts.map((fact) => JSON.stringify(fact)));
  let states = 0;
  for (const { bytes, durable, atMs } of moments) {
    const sure = linesIn(durable) - 1;
    if (sure < 1) continue;
    expect(atMs - (facts[sure]?.atMs ?? atMs)).toBeLessThanOrEqual(1000);
    for (const left of tails(whole, durable, bytes)) {
      states += 1;
      writeFileSync(path, left);
      const stored = readJournal(path);
      expect(stored.facts.slice(0, sure)).toEqual(facts.slice(0, sure));
      expect(stored.facts.filter((fact) => !known.has(JSON.stringify(fact)))).toEqual([]);
      if (states % 23 === 0) goesOn(path, stored.facts);
    }
  }
  expect(states).toBeGreaterThan(200);
}, 60_000);

/** What a disk may hold of an unsynced tail: cut anywhere, NUL from anywhere, NUL in its middle, and whole. */
function* tails(whole: Buffer, durable: number, bytes: number): Generator<Buffer> {
  for (let at = durable; at < bytes; at += 11) {
    yield whole.subarray(0, at);
    yield Buffer.concat([whole.subarray(0, at), Buffer.alloc(bytes - at)]);
    const hole = Math.min(17, bytes - at);
    yield Buffer.concat([
      whole.subarray(0, at),
      Buffer.alloc(hole),
      whole.subarray(at + hole, bytes),
    ]);
  }
  yield whole.subarray(0, bytes);
}

function goesOn(path: string, before: readonly Fact[]): void {
  const journal = resumeJournal(path);
  journal.append([{ type: 'note-added', atMs: 1e6, text: 'gone on' }]);
  journal.closeSync();
  const after = readJournal(path);
  expect(after.tornTail).toBe(false);
  expect(after.facts.slice(0, -1)).toEqual(before);
}
