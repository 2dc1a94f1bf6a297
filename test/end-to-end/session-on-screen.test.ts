import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyFolder, newestJournal, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const hasty = [
  '--sensor',
  'simulator:person=deconditioned,seed=3,faults=spikes@400s+1s',
  '--speed',
  '150',
];

describe('train heart on the simulator in a real terminal', () => {
  test('warns, stops in over, goes on after recovery, ends, sums up, gives the terminal back', async () => {
    const home = emptyFolder();
    const screen = terminal(home, ['train', 'heart', ...hasty]);
    await screen.shows('SIMULATED STRAP');
    expect(screen.isAlternate()).toBe(true);
    await screen.shows('CAUTION', 20_000);
    const { exitCode } = await screen.exit;
    expect(exitCode).toBe(0);
    expect(screen.isAlternate()).toBe(false);
    const after = await screen.screen();
    const left = screen.written().lastIndexOf('\u001b[?1049l');
    expect(left).toBeGreaterThan(0);
    expect(screen.written().slice(0, left)).toContain('\u001b[?25h');
    expect(screen.written()).toContain('\u0007');
    expect(screen.written()).toContain('SIMULATED');
    expect(after).toMatch(/Recovery|120 s later/);
    const { header, facts } = newestJournal(home);
    expect(header.source).toBe('simulator');
    const types = facts.map((fact) => fact.type);
    const stopped = facts.findIndex(
      (fact) => fact.type === 'exercise-ended' && fact.outcome === 'over',
    );
    expect(stopped).toBeGreaterThan(0);
    const over = facts[stopped];
    const onset = facts.slice(0, stopped).findLast((fact) => fact.type === 'warning-raised');
    expect(over?.atMs).toBe(onset?.atMs);
    expect(types.indexOf('recovery-began')).toBe(stopped + 1);
    expect(types.indexOf('exercise-began', stopped)).toBeGreaterThan(stopped);
    expect(types.at(-1)).toBe('session-ended');
  }, 60_000);

  test('q asks once; any other key carries on; q twice cools down, and q there ends', async () => {
    const home = emptyFolder();
    const screen = terminal(home, ['train', '--sensor', 'simulator', '--speed', '4']);
    await screen.shows('your pulse at rest', 15_000);
    screen.type('n');
    await screen.shows('20/min', 15_000);
    screen.type('q');
    await screen.shows('any other key carries on');
    screen.type('x');
    await screen.showsNot('any other key carries on');
    screen.type('q');
    await screen.shows('any other key carries on');
    screen.type('q');
    await screen.shows(/[Cc]ool/);
    screen.type('q');
    expect((await screen.exit).exitCode).toBe(0);
    expect(newestJournal(home).facts.at(-1)).toMatchObject({ reason: 'ended-by-user' });
  }, 40_000);

  test('Ctrl-C typed in raw mode ends at once, saved, with 130', async () => {
    const home = emptyFolder();
    const screen = terminal(home, ['watch', '--sensor', 'simulator']);
    await screen.shows('bpm', 10_000);
    screen.type('\u0003');
    expect((await screen.exit).exitCode).toBe(130);
    expect(newestJournal(home).facts.at(-1)).toMatchObject({ reason: 'stopped' });
  });
});

test('an exception nobody expected gives the terminal back, says what it was, and loses nothing', async () => {
  const home = emptyFolder();
  const fault = fileURLToPath(new URL('fixtures/fault-when-told.cjs', import.meta.url));
  const screen = terminal(home, ['watch', '--sensor', 'simulator'], {
    env: { NODE_OPTIONS: `--require ${fault}` },
  });
  await screen.shows('bpm · live', 10_000);
  screen.kill('SIGUSR2');
  expect((await screen.exit).exitCode).toBe(1);
  expect(screen.isAlternate()).toBe(false);
  expect(await screen.screen()).toContain('a planted fault');
  expect(newestJournal(home).facts.length).toBeGreaterThan(1);
  const again = await run(home, ['train', '--sensor', 'simulator', '--speed', 'max']);
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('log recover')]);
});

test('D1 kill -9 in mid-session: log list shows the session, with every fact written before', async () => {
  const home = emptyFolder();
  const screen = terminal(home, ['watch', '--sensor', 'simulator', '--speed', '50']);
  await screen.shows(/ 0:[3-5]\d/, 15_000);
  screen.kill('SIGKILL');
  await screen.exit;
  const { facts } = newestJournal(home);
  expect(facts.filter((fact) => fact.type === 'measured').length).toBeGreaterThan(25);
  const listed = await run(home, ['log', 'list', '--json']);
  expect(listed.code).toBe(0);
  expect(JSON.parse(listed.stdout)).toMatchObject({ sessions: [{ endReason: 'interrupted' }] });
  const shown = await run(home, ['log', 'show', '--json']);
  expect(JSON.parse(shown.stdout)).toMatchObject({
    endReason: 'interrupted',
    measurements: facts.filter((fact) => fact.type === 'measured').length,
  });
});
