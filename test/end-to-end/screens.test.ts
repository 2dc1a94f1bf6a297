import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, newestJournal, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const enter = '\r';
const down = '\u001b[B';

describe('pulsepace alone', () => {
  test('elsewhere than on a terminal, and where TERM is dumb, it is the help', async () => {
    const home = emptyFolder();
    const ran = await run(home, []);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('Usage: pulsepace');
    const dumb = terminal(home, [], { env: { TERM: 'dumb' } });
    expect((await dumb.exit).exitCode).toBe(0);
    expect(dumb.written()).toContain('Usage: pulsepace');
  });

  test('opens the home screen: a routine is chosen, runs on the simulator, and leads back', async () => {
    const home = emptyFolder();
    const screen = terminal(home, []);
    await screen.shows('No session yet');
    await screen.shows('from a strap');
    screen.type('v');
    await screen.shows('SIMULATED STRAP');
    screen.type('s');
    await screen.shows('which routine?');
    screen.type(`${down}${down}${down}`);
    await screen.shows(/> 4 {2}heart/);
    screen.type(enter);
    await screen.shows('your pulse at rest', 15_000);
    screen.type('q');
    await screen.shows('any other key carries on');
    screen.type('q');
    await screen.shows('goes home', 15_000);
    expect(screen.isAlternate()).toBe(false);
    screen.type(' ');
    await screen.shows(/Last: .*Heart.*SIMULATED STRAP/);
    screen.type('q');
    expect((await screen.exit).exitCode).toBe(0);
    expect(screen.isAlternate()).toBe(false);
    expect(newestJournal(home).header).toMatchObject({
      source: 'simulator',
      routine: { id: 'heart' },
    });
  }, 60_000);

  test('Review opens the sessions to browse, Rest and Trends their commands', async () => {
    const home = emptyFolder();
    const quick = ['--sensor', 'simulator', '--speed', 'max', '--minutes', '1'];
    await run(home, ['watch', ...quick]);
    const screen = terminal(home, []);
    await screen.shows('> s');
    screen.type('r');
    await screen.shows('c compares');
    screen.type('q');
    await screen.shows('goes home');
    screen.type(' ');
    await screen.shows('> r');
    screen.type('d');
    await screen.shows(/Days with exercise[\s\S]*goes home/);
    screen.type(' ');
    await screen.shows('> d');
    screen.type('v');
    await screen.shows('SIMULATED STRAP');
    screen.type('t');
    await screen.shows('Resting test', 15_000);
    screen.type('\u0003');
    await screen.exit;
    expect(newestJournal(home).header).toMatchObject({ kind: 'rest', source: 'simulator' });
  }, 60_000);

  test('Ctrl-C leaves with 130, SIGTERM with 143, the terminal given back', async () => {
    for (const [leave, code] of [
      ['\u0003', 130],
      ['SIGTERM', 143],
    ] as const) {
      const screen = terminal(emptyFolder(), []);
      await screen.shows('No session yet');
      if (leave === 'SIGTERM') screen.kill(leave);
      else screen.type(leave);
      const { exitCode, signal } = await screen.exit;
      // Dying of the signal itself reads as 128+n in a shell.
      expect(signal ? 128 + signal : exitCode).toBe(code);
      expect(screen.written()).toContain('\u001b[?25h\u001b[?1049l');
    }
  });
});

describe('profile', () => {
  const stored = (home: string): unknown =>
    JSON.parse(readFileSync(join(home, '.local/share/pulsepace/profile.json'), 'utf8'));

  test('with nothing set it is a form on a terminal; saved at the end, as a whole', async () => {
    const home = emptyFolder();
    const screen = terminal(home, ['profile'], { columns: 40, rows: 10 });
    await screen.shows('> Year of birth');
    screen.type(`1805${enter}`);
    await screen.shows('Year of birth: it is');
    screen.type('\u007f\u007f\u007f\u007f');
    await screen.shows(/Year of birth +_/);
    screen.type(`1961${enter}`);
    await screen.shows('> Sex');
    screen.type('f');
    await screen.shows('> Weight');
    screen.type('72.5s');
    expect((await screen.exit).exitCode).toBe(0);
    expect(stored(home)).toEqual({
      schemaVersion: 1,
      birthYear: 1961,
      sex: 'female',
      weightKg: 72.5,
    });
    const listed = terminal(home, ['profile']);
    expect((await listed.exit).exitCode).toBe(0);
    expect(listed.written()).toContain('1961');
  });

  test('left without saving, nothing is stored; without a terminal it says what to do', async () => {
    const home = emptyFolder();
    const screen = terminal(home, ['profile', 'edit']);
    await screen.shows('> Year of birth');
    screen.type(`1961${enter}`);
    await screen.shows('> Sex');
    screen.type('q');
    await screen.shows('Save what you changed?');
    screen.type('n');
    expect((await screen.exit).exitCode).toBe(0);
    expect(() => stored(home)).toThrow();
    const ran = await run(home, ['profile', 'edit']);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('profile set')]);
  });
});

describe('the look of a session', () => {
  const session = ['watch', '--sensor', 'simulator'];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is tested.
  const colours = /\u001b\[[0-9;]*(?:3[1-6]|9[1-7])m/;

  test.each<[string, string[], NodeJS.ProcessEnv, boolean]>([
    ['colours by themselves', [], {}, true],
    ['--theme mono', ['--theme', 'mono'], {}, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['PULSEPACE_THEME', [], { PULSEPACE_THEME: 'mono' }, false],
    ['a flag before NO_COLOR', ['--theme', 'high-contrast'], { NO_COLOR: '1' }, true],
  ])(
    '%s',
    async (_name, flags, env, isColoured) => {
      const screen = terminal(emptyFolder(), [...session, ...flags], { env });
      await screen.shows('bpm · live');
      expect(colours.test(screen.written())).toBe(isColoured);
      screen.type('\u0003');
      await screen.exit;
    },
    30_000,
  );

  test.each<[string, string[], NodeJS.ProcessEnv]>([
    ['--ascii', ['--ascii'], {}],
    ['LC_ALL=C', [], { LC_ALL: 'C' }],
  ])(
    '%s draws nothing but ASCII',
    async (_name, flags, env) => {
      const screen = terminal(emptyFolder(), [...session, ...flags], { env });
      await screen.shows('bpm - live');
      screen.type('\u0003');
      await screen.exit;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are not drawn.
      expect(screen.written()).toMatch(/^[\u0000-\u007f]*$/);
    },
    30_000,
  );

  test.each<[string, NodeJS.ProcessEnv]>([
    ['TERM=dumb', { TERM: 'dumb' }],
    ['CI', { CI: '1' }],
  ])(
    '%s gets lines instead of a screen',
    async (_name, env) => {
      const screen = terminal(emptyFolder(), session, { env });
      await screen.shows('bpm · live');
      expect(screen.written()).not.toContain('\u001b[?1049h');
      screen.type('\u0003');
      await screen.exit;
    },
    30_000,
  );

  test('a theme nobody knows is refused before anything begins', async () => {
    const home = emptyFolder();
    expect((await run(home, [...session, '--theme', 'pink'])).code).toBe(2);
    const set = await run(home, ['profile', 'set', 'theme', 'high-contrast']);
    expect(set.code).toBe(0);
    expect((await run(home, ['profile', 'set', 'theme', 'pink'])).code).toBe(2);
  });
});
