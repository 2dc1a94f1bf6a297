import { expect, test } from 'vitest';
import { emptyFolder, run } from './pulsepace.ts';

test('watch --sport is in the title, in the journal, in log list and in log show', async () => {
  const home = emptyFolder();
  const flags = ['--sensor', 'simulator', '--speed', 'max', '--minutes', '1'];
  const ran = await run(home, ['watch', '--sport', 'walk', ...flags]);
  expect(ran.stdout.split('\n')[0]).toContain('Open session · walk');
  expect((await run(home, ['log', 'list'])).stdout).toContain('Open session · walk');
  expect((await run(home, ['log', 'show'])).stdout).toContain('Open session · walk');
  const list = JSON.parse((await run(home, ['log', 'list', '--json'])).stdout);
  expect(list.sessions).toMatchObject([{ routine: 'open', sport: 'walk' }]);
  expect(JSON.parse((await run(home, ['log', 'show', '--json'])).stdout).sport).toBe('walk');
  const wrong = await run(home, ['watch', '--sport', 'fly', ...flags]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('cycle')]);
});
