/**
 * One fact to the journal and onto the disk, beside `write` and `fdatasync` alone, in the turn and off it, and lowdb at 100
 * and at 36 000 records; and the part of it that a warning waits for. Equal work: each file holds the same facts in the end.
 * npm run bench -- append [--rounds N]
 */
import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { realDisk } from '../src/journal/disk.ts';
import { lineOf } from '../src/journal/line.ts';
import { openJournal } from '../src/journal/open-journal.ts';
import type { Fact } from '../src/session/facts.ts';
import { openHeader } from '../test/session/story.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { msText, tell, times } from './row.ts';

const rounds = option('rounds', 101);
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-append-'));
const data = join(folder, 'data');
mkdirSync(data, { mode: 0o700 });
let synced = (): void => undefined;
const journal = openJournal(data, openHeader(), {
  disk: {
    ...realDisk,
    fdatasync: (file, done) =>
      fdatasync(file, (error) => {
        done(error);
        synced();
      }),
  },
});
const floorPath = join(folder, 'floor.ndjson');
const fd = openSync(floorPath, 'a');
const pooledPath = join(folder, 'pooled.ndjson');
const pooled = openSync(pooledPath, 'a');
const alonePath = join(folder, 'alone.ndjson');
const alone = openSync(alonePath, 'a');
const small = await JSONFilePreset<Fact[]>(join(folder, 'small.json'), facts(100));
const large = await JSONFilePreset<Fact[]>(join(folder, 'large.json'), facts(36_000));
const done = { floor: 0, pooled: 0, ours: 0, alone: 0 };

const took = await interleaved(
  {
    floor: () => {
      writeSync(fd, lineOf(fact(done.floor++)));
      fdatasyncSync(fd);
    },
    pooled: () => {
      writeSync(pooled, lineOf(fact(done.pooled++)));
      return new Promise((resolve) => fdatasync(pooled, resolve));
    },
    ours: () => {
      const onDisk = new Promise<void>((resolve) => {
        synced = resolve;
      });
      journal.append([fact(done.ours++)]);
      return onDisk;
    },
    small: () => small.update((list) => list.push(fact(list.length))),
    large: () => large.update((list) => list.push(fact(list.length))),
  },
  rounds,
);
const turn = await interleaved(
  {
    write: () => {
      for (let count = 0; count < 100; count += 1) writeSync(alone, lineOf(fact(done.alone++)));
    },
    append: () => {
      for (let count = 0; count < 100; count += 1) journal.append([fact(done.ours++)]);
    },
  },
  Math.min(rounds, 11),
);
await journal.close();
for (const each of [fd, pooled, alone]) closeSync(each);
const ours = readFileSync(journal.path ?? '', 'utf8')
  .split('\n')
  .slice(1, -1);
const lengths = {
  ours: ours.length - done.ours,
  small: small.data.length - 101 - rounds,
  large: large.data.length - 36_001 - rounds,
};
const count = rounds + 1;
const firstOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, count);
const same = {
  floor: firstOf(floorPath),
  pooled: firstOf(pooledPath),
  ours: ours.slice(0, count),
  alone: firstOf(alonePath),
};
rmSync(folder, { recursive: true });
sameWork({ ...lengths, none: 0 });
sameWork(same);

tell({
  what: 'append one fact, on the disk',
  floor: `write + fdatasync ${msText(took.floor)}`,
  peers: [
    `the same off the event loop, by fs.fdatasync ${msText(took.pooled)}, ${times(took.pooled.wallMs / took.floor.wallMs)}`,
    `lowdb at 100 records ${msText(took.small)}`,
    `at 36 000 ${msText(took.large)}; neither syncs`,
  ],
  ours: msText(took.ours),
  ratio: `${times(took.ours.wallMs / took.floor.wallMs)}, of fs.fdatasync ${times(took.ours.wallMs / took.pooled.wallMs)} (CPU ${times(took.ours.cpuMs / took.floor.cpuMs)}, ${times(took.ours.cpuMs / took.pooled.cpuMs)})`,
  goal: '≤ 1.3× the floor',
  reached: took.ours.wallMs <= 1.3 * took.floor.wallMs,
  equal: `${count} facts, the same lines in each file; both lists of lowdb have grown by as many`,
});
tell({
  what: 'append one fact, the part a warning waits for',
  floor: `write alone ${((turn.write.wallMs * 1000) / 100).toFixed(1)} µs`,
  ours: `${((turn.append.wallMs * 1000) / 100).toFixed(1)} µs`,
  ratio: `${times(turn.append.wallMs / turn.write.wallMs)}, ${((100 * turn.append.wallMs) / 100 / took.floor.wallMs).toFixed(1)} % of a sync`,
  goal: 'off the warning’s path: no sync in its turn',
  reached: turn.append.wallMs / 100 < took.floor.wallMs / 4,
  equal: `${same.alone.length} facts, the same lines`,
});

function fact(count: number): Fact {
  return { type: 'warning-raised', atMs: count * 1000, level: 'caution', bpm: 90 + (count % 10) };
}

function facts(count: number): Fact[] {
  return Array.from({ length: count }, (_, index) => fact(index));
}
