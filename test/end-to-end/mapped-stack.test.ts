import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './pulsepace.ts';

const planted = fileURLToPath(new URL('fixtures/fault-while-listing.cjs', import.meta.url));

test('a fault of ours names the source file and line, though the bundle runs', async () => {
  const env = { NODE_OPTIONS: `--require ${planted}` };
  const ran = await run(emptyFolder(), ['routines', 'list'], { env });
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toMatch(/^This is a fault of pulsepace, not yours:\nRangeError: planted\n/);
  expect(ran.stderr).toMatch(/ {4}at routineIds \(src\/library\/shipped-routines\.ts:\d+:\d+\)\n/);
  // Of a bundle that is CommonJS.
  expect(ran.stderr).toMatch(/ {4}at runCommand \(src\/commands\/run\.ts:\d+:\d+\)\n/);
  expect(ran.stderr).not.toContain('dist/bundle');
});
