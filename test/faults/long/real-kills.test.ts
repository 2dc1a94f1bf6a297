import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mulberry32 } from '../../../devices/simulator/random.ts';
import { resumeJournal } from '../../../src/journal/open-journal.ts';
import { readJournal } from '../../../src/journal/read-journal.ts';
import { binary, environment } from '../../end-to-end/pulsepace.ts';
import { expectUndamaged } from '../faulty-commands.ts';
import { inTurns } from '../in-turns.ts';
import { recordedPulse } from '../recorded-pulse.ts';
import { runSeed } from '../seeded.ts';
import { earlierName, laterLines, sessionsOf, storingHome } from '../storing-home.ts';

const kills = 200;
const longestMs = 400;

test('D1 200 times kill -9 at 50 Hz: every fact that was told is read back, in order, and the session goes on', async () => {
  const seed = runSeed('D1, 200 kills');
  const chance = mulberry32(seed);
  const recording = recordedPulse([
    { bpm: [80, 81], seconds: 1, everyMs: 20 },
    { bpm: [92, 93], seconds: 30, everyMs: 20 },
  ]);
  let [facts, torn] = [0, 0];
  const waits = Array.from({ length: kills }, () => chance() * longestMs);
  await inTurns(waits, 4, async (waitMs) => {
    const home = storingHome();
    const told = await toldUntilKilled(home, recording, waitMs);
    const stored = laterLines(home);
    expect(told.length, `seed ${seed}`).toBeGreaterThan(1);
    expect(stored.slice(0, told.length), `seed ${seed}, killed after ${waitMs} ms`).toEqual(told);
    facts += stored.length;
    torn += goesOn(home) ? 1 : 0;
    expectUndamaged(home);
  });
  console.log(`D1: ${kills} kills, ${facts} facts read back, ${torn} torn lines`);
}, 600_000);

/** The whole lines of `watch --json` until it was killed, so long after its first measurement. */
function toldUntilKilled(home: string, recording: string, waitMs: number): Promise<string[]> {
  const args = [binary, 'watch', '--sensor', `replay:${recording}`, '--json'];
  const child = spawn(process.execPath, args, { env: environment(home) });
  let stdout = '';
  let isHit = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (isHit || !stdout.includes('"measured"')) return;
    isHit = true;
    setTimeout(() => child.kill('SIGKILL'), waitMs);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(stdout.split('\n').slice(0, -1));
      else reject(new Error(`it ended by itself: ${stdout.slice(-500)}`));
    });
  });
}

/** Whether a line was torn; the journal reads whole before and after it is gone on with. */
function goesOn(home: string): boolean {
  const name = readdirSync(sessionsOf(home)).find((each) => each !== earlierName) ?? '';
  const path = join(sessionsOf(home), name);
  const before = readJournal(path);
  expect(before).toMatchObject({ damage: [], ended: false });
  const journal = resumeJournal(path);
  journal.append([{ type: 'note-added', atMs: 1e6, text: 'gone on' }]);
  journal.closeSync();
  const after = readJournal(path);
  expect(after).toMatchObject({ damage: [], tornTail: false });
  expect(after.facts.slice(0, -1)).toEqual(before.facts);
  return before.tornTail;
}
