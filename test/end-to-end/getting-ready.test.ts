import { expect, test } from 'vitest';
import { emptyFolder, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const alternateOn = '\u001b[?1049h';

test('before a session is drawn a line says what comes, and nothing of it is left behind', async () => {
  const screen = terminal(emptyFolder(), ['train', 'heart', '--sensor', 'simulator', '--no-log']);
  await screen.shows(/bpm|looking for the pulse/, 20_000);
  const before = screen.written().slice(0, screen.written().indexOf(alternateOn));
  expect(before).toMatch(/^pulsepace gets heart ready...\r +\r$/);
  screen.kill('SIGTERM');
  await screen.exit;
  expect(await screen.screen()).not.toContain('ready...');
});

test('it never takes more than a row, nor gives the terminal anything to obey', async () => {
  const name = `no-such-\u001b[31m-${'x'.repeat(100)}`;
  const screen = terminal(emptyFolder(), ['train', name], { columns: 40 });
  await screen.exit;
  expect(screen.written()).toMatch(/^pulsepace gets no-such-\\u001b\[31m-x+\r {39}\r/);
  expect(await screen.screen()).not.toContain('pulsepace gets');
});

test.each([['--json'], ['--plain'], ['--help']])(
  'with %s nothing stands before what was asked for',
  async (flag) => {
    const args = ['watch', '--sensor', 'simulator', '--no-log', flag];
    const screen = terminal(emptyFolder(), args);
    await screen.shows(/\S/, 20_000);
    expect(screen.written()).not.toContain('ready...');
    screen.kill('SIGTERM');
    await screen.exit;
  },
);

test('no line goes into a pipe', async () => {
  const args = ['watch', '--sensor', 'simulator', '--no-log', '--minutes', '1', '--speed', 'max'];
  const { code, stdout, stderr } = await run(emptyFolder(), args);
  expect([code, stdout.includes('ready...'), stderr.includes('ready...')]).toEqual([
    0,
    false,
    false,
  ]);
});
