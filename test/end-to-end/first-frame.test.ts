import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { binary, emptyFolder, knownHome } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const folder = dirname(dirname(binary));
const watch = ['watch', '--sensor', 'simulator', '--no-log'];
/** Nothing of it keeps a program alive that has ended. */
const wait = `
  import { existsSync as isThere, writeFileSync as tell } from 'node:fs';
  while (!isThere(process.env.INK_MAY_COME)) await new Promise((look) => setTimeout(look, 5).unref());
`;
const tellOf = `
  tell(process.env.INK_IS_THERE, '');
`;

/** The built program in a folder of its own, and the files of it that bring Ink. */
function copied() {
  const copy = emptyFolder();
  for (const part of ['bin', 'dist/bundle', 'routines', 'package.json']) {
    cpSync(join(folder, part), join(copy, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  }
  const bundle = join(copy, 'dist/bundle');
  const ink = readdirSync(bundle).filter((file) => file.startsWith('terminal-ink'));
  expect(ink).toContain('terminal-ink.js');
  return {
    program: [process.execPath, join(copy, 'bin/pulsepace.js')],
    ink: ink.map((file) => join(bundle, file)),
  };
}

/** A program whose Ink goes on loading until `letInkCome`, which resolves when it is there. */
function withInkWaiting() {
  const { program, ink } = copied();
  const home = emptyFolder();
  const env = { INK_MAY_COME: join(home, 'may-come'), INK_IS_THERE: join(home, 'is-there') };
  for (const file of ink) writeFileSync(file, wait + readFileSync(file, 'utf8') + tellOf);
  const isThere = (): boolean => existsSync(env.INK_IS_THERE);
  return {
    options: { program, env },
    letInkCome: async () => {
      expect(isThere()).toBe(false);
      writeFileSync(env.INK_MAY_COME, '');
      await expect.poll(isThere, { timeout: 10_000, interval: 10 }).toBe(true);
    },
  };
}

test.each([
  ['a session', watch, /battery 90 %[\s\S]*m mute/, '90-100 usual'],
  ['the home screen', [], /No session yet[\s\S]*arrows move {3}q leaves/, '5 more: move'],
])(
  '%s is drawn before Ink is loaded, at every size, and stays so with it',
  async (_, args, large, small) => {
    const { options, letInkCome } = withInkWaiting();
    const screen = terminal(knownHome(), args, options);
    await screen.shows(large);
    screen.resize(40, 10);
    await screen.shows(small);
    screen.resize(80, 24);
    await screen.shows(large);
    await letInkCome();
    await screen.shows(large);
    screen.resize(40, 10);
    await screen.shows(small);
    screen.resize(80, 24);
    await screen.shows(large);
  },
);

test('while Ink is loading keys are answered, and a warning is shown', async () => {
  const { options, letInkCome } = withInkWaiting();
  const limits = ['--caution', '60', '--limit', '65'];
  const screen = terminal(knownHome(), [...watch, ...limits], options);
  await screen.shows('m mute');
  screen.type('m');
  await screen.shows('m sound on');
  await screen.shows(/OVER[\s\S]*over since/);
  await letInkCome();
  screen.type('m');
  await screen.shows(/OVER[\s\S]*over since[\s\S]*m mute/);
});

test('Ctrl-C while Ink is loading gives the terminal back', async () => {
  const { options } = withInkWaiting();
  const screen = terminal(knownHome(), watch, options);
  await screen.shows('m mute');
  screen.type('\u0003');
  expect(await screen.exit).toMatchObject({ exitCode: 130 });
  expect(screen.isAlternate()).toBe(false);
});

test('suspended while Ink is loading, the screen is taken again whole, before Ink and with it', async () => {
  const { options, letInkCome } = withInkWaiting();
  const screen = terminal(knownHome(), watch, { ...options, inShell: true });
  await screen.shows('m mute');
  screen.type('\u001a');
  await expect.poll(screen.written, { timeout: 10_000 }).toContain('has stopped');
  await screen.shows(/battery 90 %[\s\S]*m mute/);
  expect(screen.isAlternate()).toBe(true);
  await letInkCome();
  screen.type('m');
  await screen.shows(/battery 90 %[\s\S]*m sound on/);
  screen.type('\u0003');
  await screen.shows('status 130');
});

test('where Ink cannot be loaded, the terminal is given back and that is said', async () => {
  const { program, ink } = copied();
  for (const file of ink) rmSync(file);
  const screen = terminal(knownHome(), watch, { program });
  expect(await screen.exit).toMatchObject({ exitCode: 1 });
  expect(screen.isAlternate()).toBe(false);
  expect(screen.written()).toContain('What lays out the screen cannot be loaded');
});
