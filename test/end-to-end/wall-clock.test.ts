import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { binary, knownHome, newestJournal } from './pulsepace.ts';

const slow = fileURLToPath(new URL('fixtures/slow-journal.cjs', import.meta.url));

/** Both clocks are read in ms, and the wall clock may be slewed a little. */
const roundingMs = 10;

test('§7 the wall clock of a fact is startedAt and its atMs, from the first moment of a session in lived time', async () => {
  const home = knownHome();
  const { PULSEPACE_DATA_DIR: _, ...env } = process.env;
  const child = spawn(process.execPath, [binary, 'watch', '--no-sensor', '--json'], {
    env: {
      ...env,
      NODE_OPTIONS: `--require ${slow}`,
      HOME: home,
      XDG_DATA_HOME: `${home}/.local/share`,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = new Promise((resolve) => child.once('close', resolve));
  await new Promise((begun) => child.stdout.once('data', begun));
  const beforeMs = Date.now();
  child.kill('SIGTERM');
  child.stdout.resume();
  await gone;
  const afterMs = Date.now();
  const { header, facts } = newestJournal(home);
  const end = facts.find((fact) => fact.type === 'session-ended');
  const endedMs = Date.parse(header.startedAt) + (end?.atMs ?? Number.NaN);
  expect(endedMs).toBeGreaterThanOrEqual(beforeMs - roundingMs);
  expect(endedMs).toBeLessThanOrEqual(afterMs + roundingMs);
});
