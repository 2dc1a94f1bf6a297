import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from '../pulsepace.ts';
import { terminal } from '../terminal.ts';

const tool = process.platform === 'darwin' ? 'caffeinate' : 'systemd-inhibit';

/** A stand-in that keeps what it was called with, and lives as the real one does. */
function standIn(home: string): { PATH: string } {
  const script = `#!/bin/sh
echo $$ > '${home}/pid'
printf '%s\\n' "$@" > '${home}/args'
for last; do :; done
exec "$last"
`;
  writeFileSync(join(home, tool), script);
  chmodSync(join(home, tool), 0o755);
  return { PATH: `${home}:${process.env.PATH}` };
}

async function until(isSo: () => boolean): Promise<boolean> {
  const untilMs = performance.now() + 5000;
  while (!isSo() && performance.now() < untilMs) await new Promise((done) => setTimeout(done, 20));
  return isSo();
}

const kept = (home: string, name: string): string =>
  existsSync(join(home, name)) ? readFileSync(join(home, name), 'utf8').trim() : '';

test.each(['SIGTERM', 'SIGKILL'])(
  'the machine is kept awake exactly as long as the session, though %s ends it',
  async (signal) => {
    const home = emptyFolder();
    const screen = terminal(home, ['watch', '--sensor', 'simulator'], { env: standIn(home) });
    await screen.shows('bpm');
    expect(await until(() => kept(home, 'args') !== '')).toBe(true);
    if (process.platform === 'linux') expect(kept(home, 'args')).toContain('--what=idle:sleep');
    const isAlive = () => existsSync(`/proc/${kept(home, 'pid')}`);
    expect(isAlive()).toBe(true);
    screen.kill(signal);
    await screen.exit;
    expect(await until(() => !isAlive())).toBe(true);
  },
);

test('a session that is over at once keeps nothing awake, and one without the tool says nothing of it', async () => {
  const home = emptyFolder();
  const env = standIn(home);
  await run(home, ['train', '--sensor', 'simulator', '--speed', 'max'], { env });
  expect(kept(home, 'args')).toBe('');
  const bare = terminal(home, ['watch', '--sensor', 'simulator'], { env: { PATH: '/nowhere' } });
  await bare.shows('bpm');
  bare.type('\u0003');
  await bare.exit;
  expect(bare.written()).not.toMatch(/inhibit|caffeinate|ENOENT/);
});
