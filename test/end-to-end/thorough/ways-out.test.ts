import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { binary, emptyFolder, environment, newestJournal } from '../pulsepace.ts';
import { terminal } from '../terminal.ts';

/** Far above the second that is promised: the machine may be busy. */
const soonMs = 5000;
const watch = ['watch', '--sensor', 'simulator'];

const end = (home: string) => newestJournal(home).facts.at(-1);

/** Dying of the signal itself reads as 128+n in a shell. */
const statusOf = ({ exitCode, signal }: { exitCode: number; signal?: number | undefined }) =>
  signal ? 128 + signal : exitCode;

/** Out of the alternate screen, with a cursor, line wrap and no frame half drawn. */
function isWhole(written: string): boolean {
  const left = written.lastIndexOf('\u001b[?1049l');
  const rest = written.slice(left);
  return (
    left > 0 &&
    !rest.includes('\u001b[?25l') &&
    written.lastIndexOf('\u001b[?25h') > written.lastIndexOf('\u001b[?25l')
  );
}

async function watching(args = watch) {
  const home = emptyFolder();
  const screen = terminal(home, args);
  await screen.shows(/bpm|Your pulse is here/, 15_000);
  return { home, screen };
}

test.each([
  ['SIGTERM', 143, 'the dashboard', []],
  ['SIGHUP', 129, 'the dashboard', []],
  ['SIGQUIT', 131, 'the dashboard', []],
  ['SIGINT', 130, 'the dashboard', []],
  ['SIGTERM', 143, 'lines', ['--plain']],
  ['SIGTERM', 143, 'sentences', ['--accessible']],
])('%s saves, gives the terminal back and says %i, from %s', async (signal, status, _, form) => {
  const { home, screen } = await watching([...watch, ...form]);
  const fromMs = performance.now();
  screen.kill(signal);
  const exit = await screen.exit;
  expect(performance.now() - fromMs).toBeLessThan(soonMs);
  expect(statusOf(exit)).toBe(status);
  expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
  if (form.length === 0) expect(isWhole(screen.written())).toBe(true);
  else expect(screen.written()).not.toContain('\u001b');
});

test('Ctrl-C once ends it saved; twice in a row goes at once, and every fact that was written is there', async () => {
  const { home, screen } = await watching();
  screen.type('\u0003');
  screen.type('\u0003');
  expect(statusOf(await screen.exit)).toBe(130);
  expect(isWhole(screen.written())).toBe(true);
  expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
});

test('a terminal that is closed: saved, and the process gone', async () => {
  const { home, screen } = await watching();
  const fromMs = performance.now();
  screen.hangUp();
  await expect.poll(() => isRunning(screen.pid), { timeout: soonMs, interval: 20 }).toBe(false);
  expect(performance.now() - fromMs).toBeLessThan(soonMs);
  expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
});

test.each([[[]], [['--plain']]])(
  'a terminal that is not read any more does not hold up SIGTERM %j',
  async (form) => {
    const { home, screen } = await watching([...watch, ...form]);
    screen.stopReading();
    for (let size = 0; size < 40; size += 1) {
      screen.resize(60 + size, 30 + (size % 2));
      await new Promise((done) => setTimeout(done, 10));
    }
    const fromMs = performance.now();
    screen.kill('SIGTERM');
    await expect.poll(() => isRunning(screen.pid), { timeout: soonMs, interval: 20 }).toBe(false);
    expect(performance.now() - fromMs).toBeLessThan(soonMs);
    expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
  },
);

test.each([
  ['Ctrl-Z', 'the dashboard', []],
  ['SIGTSTP', 'the dashboard', []],
  ['Ctrl-Z', 'lines', ['--plain']],
])('%s gives the terminal back and stops; brought back, %s goes on', async (how, _, form) => {
  const home = emptyFolder();
  const screen = terminal(home, [...watch, ...form], { inShell: true });
  await screen.shows(/bpm|Your pulse is here/, 15_000);
  const pid = childOf(screen.pid);
  if (how === 'Ctrl-Z') screen.type('\u001a');
  else process.kill(pid, 'SIGTSTP');
  await expect.poll(screen.written, { timeout: soonMs }).toContain('has stopped');
  const [before = ''] = screen.written().split('has stopped');
  if (form.length === 0) expect(isWhole(before)).toBe(true);
  await expect.poll(() => stateOf(pid), { timeout: soonMs, interval: 10 }).toBe('S');
  screen.type('m');
  await screen.shows(form.length === 0 ? /bpm[\s\S]*sound on/ : 'Sound off.');
  if (form.length === 0) expect(screen.isAlternate()).toBe(true);
  screen.type('\u0003');
  await screen.shows('status 130');
  expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
});

describe('without a terminal', () => {
  test.each([['--plain'], ['--json'], ['--accessible']])(
    'a reader that has gone (EPIPE) ends %s: saved, nothing about it on stderr',
    async (form) => {
      const home = emptyFolder();
      const child = spawn(
        process.execPath,
        [binary, ...watch, '--speed', '10', form, '--announce', '1'],
        { env: environment(home) },
      );
      let errors = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        errors += text;
      });
      const ended = new Promise<number>((done) => {
        child.on('exit', (code, signal) => done(code ?? (signal === 'SIGHUP' ? 129 : -1)));
      });
      await new Promise((seen) => child.stdout.once('data', seen));
      child.stdout.destroy();
      expect(await ended).toBe(129);
      expect(errors).toBe('');
      expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
    },
  );

  test('input that is closed, output that goes nowhere, errors nobody reads: the session runs to its end', async () => {
    const home = emptyFolder();
    const command = `exec "${process.execPath}" "${binary}" train --sensor simulator --speed max <&- >&- 2>&-`;
    const child = spawn('/bin/sh', ['-c', command], { env: environment(home), stdio: 'ignore' });
    const code = await new Promise((done) => child.on('exit', done));
    expect(code).toBe(0);
    expect(end(home)).toMatchObject({ type: 'session-ended', reason: 'completed' });
  });
});

function stateOf(pid: number): string | undefined {
  return existsSync(`/proc/${pid}`)
    ? /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    : undefined;
}

/** A process that ended is a zombie as long as nobody asks for its status. */
const isRunning = (pid: number): boolean => !['Z', undefined].includes(stateOf(pid));

const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
