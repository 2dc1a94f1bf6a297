import { spawn } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { binary, emptyFolder, environment, newestJournal, run } from '../end-to-end/pulsepace.ts';
import { terminal } from '../end-to-end/terminal.ts';
import { expectHarmless } from './hostile-text.ts';
import { ofType } from './told-facts.ts';

const esc = '\u001b';
const colour = new RegExp(`${esc}\\[[\\d;]*m`, 'g');
const watch = ['watch', '--sensor', 'simulator'];

test('1 MB pasted, every byte value and a mouse end nothing and press nothing', async () => {
  const home = emptyFolder();
  const screen = terminal(home, watch);
  await screen.shows('bpm', 20_000);
  const everyByte = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
  const mouse = Array.from({ length: 40 }, (_, at) => `\u001b[<${at};${at};12M\u001b[Mqqq`).join(
    '',
  );
  for (const noise of [everyByte, mouse, 'q\u0003n d'.repeat(209_716), everyByte]) {
    screen.type(noise);
    await new Promise((done) => setTimeout(done, 400));
  }
  screen.type('m');
  await screen.shows('sound on', 20_000);
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expectHarmless(screen.written(), 'the terminal');
  const { facts } = newestJournal(home);
  expect(ofType(facts, 'key-pressed').map(({ key }) => key)).toEqual(['stop']);
}, 60_000);

test('the dashboard of a session fills 500×200, and goes on after a storm of 40 resizes down to 1×1', async () => {
  const screen = terminal(emptyFolder(), watch);
  await screen.shows('bpm · live', 20_000);
  screen.resize(500, 200);
  await screen.shows(/bpm · live[\s\S]*\n.{300,}/, 20_000);
  for (let storm = 0; storm < 40; storm += 1) {
    screen.resize(1 + ((storm * 37) % 200), 1 + ((storm * 13) % 60));
    await new Promise((done) => setTimeout(done, 30));
  }
  screen.resize(1, 1);
  screen.resize(80, 24);
  const shown = await screen.shows(/bpm · live/, 20_000);
  expect(shown.split('bpm · live')).toHaveLength(2);
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expect(screen.isAlternate()).toBe(false);
}, 60_000);

describe('a terminal that can do little', () => {
  test.each([
    ['TERM=dumb', { TERM: 'dumb' }],
    ['CI=1', { CI: '1' }],
    ['NO_COLOR=1 and no UTF-8', { NO_COLOR: '1', LANG: 'C', TERM: 'dumb' }],
  ])('%s: no escape that it does not know', async (name, env) => {
    const home = emptyFolder();
    const screen = terminal(home, watch, { env });
    await screen.shows(/live/, 20_000);
    screen.type('\u0003');
    expect((await screen.exit).exitCode).toBe(130);
    // A CI's log shows colours, and nothing that moves.
    const rest = screen.written().replaceAll(colour, name === 'CI=1' ? '' : '$&');
    expect(rest).not.toContain('\u001b');
    if (name.includes('UTF-8')) {
      const listed = await run(home, ['log', 'show'], { env });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: whatever is not ASCII is looked for.
      expect(listed.stdout).not.toMatch(/[^\u0000-\u007f]/);
    }
  });

  test('a pipe: lines of plain text, to the end', async () => {
    const quick = ['--sensor', 'simulator', '--speed', 'max', '--minutes', '1', '--no-log'];
    const ran = await run(emptyFolder(), ['watch', ...quick], { env: { CI: '1' } });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).not.toContain('\u001b');
    expect(ran.stdout.split('\n').length).toBeGreaterThan(50);
  });
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
] as const)(
  '%s twice in a row: gone with %i, and every fact written before is there',
  async (signal, status) => {
    const home = emptyFolder();
    const child = spawn(process.execPath, [binary, ...watch, '--plain'], {
      env: environment(home),
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise<number>((done) => {
      child.on('exit', (code, by) => done(by === 'SIGHUP' ? 129 : (code ?? -1)));
    });
    let shown = 0;
    await new Promise<void>((seen) => {
      child.stdout.on('data', (bytes: Buffer) => {
        shown += bytes.toString().split('bpm · live').length - 1;
        if (shown >= 2) seen();
      });
    });
    child.kill(signal);
    child.kill(signal);
    expect(await ended).toBe(status);
    const { facts } = newestJournal(home);
    expect(ofType(facts, 'measured').length).toBeGreaterThanOrEqual(1);
  },
  30_000,
);

test('output on a device that is always full (ENOSPC): the session is saved to its end', async () => {
  const home = emptyFolder();
  const quick = '--sensor simulator --speed max --minutes 1 --plain';
  const command = `exec "${process.execPath}" "${binary}" watch ${quick} > /dev/full 2>&1`;
  const child = spawn('/bin/sh', ['-c', command], { env: environment(home), stdio: 'ignore' });
  await new Promise((done) => child.on('exit', done));
  expect(newestJournal(home).facts.at(-1)).toMatchObject({ type: 'session-ended' });
});
