import { expect, test } from 'vitest';
import { emptyFolder, newestJournal } from './pulsepace.ts';
import { terminal } from './terminal.ts';

test('§4 §5 the once-only questions come before the dashboard, effort and note after it', async () => {
  const home = emptyFolder();
  const screen = terminal(home, ['train', 'neck', '--no-sensor']);
  await screen.shows('irregular');
  screen.type('no\r');
  await screen.shows('beta blockers');
  screen.type('\r');
  await screen.shows('emergency number');
  screen.type('144\r');
  await screen.shows('Wall press');
  screen.type('q');
  await screen.shows('End');
  screen.type('q');
  await screen.shows(/How hard|A number/, 8000);
  screen.type('3\r');
  await screen.shows('short note');
  screen.type('Fine\r');
  expect((await screen.exit).exitCode).toBe(0);
  expect(newestJournal(home).facts.slice(-2)).toMatchObject([{ cr10: 3 }, { text: 'Fine' }]);
}, 60000);

test('§4 a yes stops a routine of moderate effort, without a sensor too', async () => {
  const home = emptyFolder();
  const screen = terminal(home, ['train', 'heart', '--no-sensor']);
  await screen.shows('irregular');
  screen.type('\r');
  await screen.shows('beta');
  screen.type('\r');
  await screen.shows('emergency number');
  screen.type('\r');
  await screen.shows('Type the numbers');
  screen.type('5\r');
  await screen.shows('anyway');
  screen.type('\r');
  expect((await screen.exit).exitCode).toBe(0);
  const again = terminal(home, ['train', 'heart', '--no-sensor']);
  await again.shows('Type the numbers');
  again.type('\u0003');
  expect((await again.exit).exitCode).toBe(130);
}, 60000);
