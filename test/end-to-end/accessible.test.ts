import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, knownHome, newestJournal, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

test('questions, session, summary, effort and note: lines alone, not one escape, no line twice in a row', async () => {
  const home = emptyFolder();
  const screen = terminal(home, ['train', 'neck', '--no-sensor', '--accessible'], { columns: 200 });
  await screen.shows('irregular');
  screen.type('no\r');
  await screen.shows('beta blockers');
  screen.type('\r');
  await screen.shows('emergency number');
  screen.type('144\r');
  await screen.shows(/Keys: space pauses[\s\S]*Get ready\. Wall press/, 20_000);
  screen.type('w');
  await screen.shows(/\nGet ready\. Wall press\w*\.\n|\nWall press/);
  screen.type('q');
  await screen.shows('End? q ends, any other key carries on.');
  screen.type('q');
  await screen.shows('A number', 20_000);
  screen.type('3\r');
  await screen.shows('short note');
  screen.type('Fine\r');
  expect((await screen.exit).exitCode).toBe(0);
  expect(newestJournal(home).facts.slice(-2)).toMatchObject([{ cr10: 3 }, { text: 'Fine' }]);
  expect(screen.written()).not.toContain('\u001b');
  expect(screen.written()).not.toMatch(/[─-▟⠀-⣿]/u);
  const lines = screen
    .written()
    .split('\r\n')
    .filter((line) => line !== '');
  for (const [index, line] of lines.entries()) expect(line).not.toBe(lines[index + 1]);
}, 60_000);

test.each<[string, readonly string[], NodeJS.ProcessEnv]>([
  ['the environment', [], { ACCESSIBLE: '1' }],
  ['a terminal that is none', ['--accessible'], { TERM: 'dumb' }],
])('sentences are chosen by %s', async (_, flags, env) => {
  const screen = terminal(knownHome(), ['watch', '--sensor', 'simulator', ...flags], { env });
  await screen.shows('Your pulse is here', 20_000);
  expect(screen.isAlternate()).toBe(false);
  screen.type('\u0003');
  await screen.exit;
  expect(screen.written()).not.toContain('\u001b');
});

test('the profile remembers it, and a flag sets it aside', async () => {
  const home = emptyFolder();
  const set = await run(home, ['profile', 'set', 'accessible', 'yes']);
  expect([set.code, set.stderr]).toEqual([0, '']);
  const quick = ['watch', '--sensor', 'simulator', '--speed', 'max', '--minutes', '1', '--no-log'];
  const told = await run(home, quick);
  expect(told.stdout).toMatch(/^Simulated strap\. Open session\. Caution 90, limit 100/);
  const lines = await run(home, [...quick, '--no-accessible']);
  expect(lines.stdout).toMatch(/^> NOT RECORDING\nSIMULATED STRAP · /);
});

test('a routine with hostile names is told in words alone', async () => {
  const home = emptyFolder();
  const file = join(home, 'hostile.yaml');
  const legs = readFileSync(new URL('../../routines/legs.yaml', import.meta.url), 'utf8');
  const name = String.raw`"\e]0;own\a\e[2J--help \u202e stretch"`;
  writeFileSync(
    file,
    legs.replace(/^id: .*$/m, 'id: hostile').replace(/^( +)name: .*$/gm, `$1name: ${name}`),
  );
  const args = ['train', file, '--sensor', 'simulator', '--speed', 'max', '--accessible'];
  const told = await run(home, [...args, '--no-log']);
  expect([told.code, told.stderr]).toEqual([0, '']);
  expect(told.stdout).toMatch(/Get ready\. .*help stretch\./);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not come.
  expect(told.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});
