import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { binary, emptyFolder, environment, newestJournal } from '../../end-to-end/pulsepace.ts';
import { recordedPulse } from '../recorded-pulse.ts';

const diskBytes = 1024 * 1024;

/** A disk of its own, so small that it is soon full; undefined where none may be mounted. */
function smallDisk(): string | undefined {
  const folder = emptyFolder();
  const { status } = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${diskBytes}`,
    'tmpfs',
    folder,
  ]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return folder;
}

test('D7 a disk that is really full: NOT RECORDING, paced on, and no gap once there is space again', async (context) => {
  const home = smallDisk();
  if (home === undefined) return context.skip('no disk may be mounted here');
  const filler = join(home, 'filler');
  writeFileSync(filler, Buffer.alloc(diskBytes - 64 * 1024));
  const recording = recordedPulse([{ bpm: [80, 81, 82], seconds: 200, everyMs: 20 }]);
  const args = ['watch', '--sensor', `replay:${recording}`, '--speed', '20', '--json'];
  const child = spawn(process.execPath, [binary, ...args], { env: environment(home) });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (text.includes('NOT RECORDING')) setTimeout(() => rmSync(filler, { force: true }), 1500);
  });
  const code = await new Promise((done) => child.on('close', done));
  expect([code, stderr]).toEqual([0, '> NOT RECORDING: the disk is full (ENOSPC)\n> recording\n']);
  const told = stdout.trimEnd().split('\n');
  expect(told.length).toBeGreaterThan(9000);
  const { facts } = newestJournal(home);
  expect(facts.map((fact) => JSON.stringify(fact))).toEqual(told.slice(1));
});
