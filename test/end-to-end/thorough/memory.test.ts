import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { knownHome, run } from '../pulsepace.ts';

const probe = fileURLToPath(new URL('../fixtures/nursery-at-exit.cjs', import.meta.url));
const mib = 1024 * 1024;

test('the part of the heap for new objects grows no more once a session runs', async () => {
  const args = ['watch', '--sensor', 'simulator', '--speed', '600', '--minutes', '60', '--json'];
  const ran = await run(knownHome(), args, { env: { NODE_OPTIONS: `--require ${probe}` } });
  expect(ran.code).toBe(0);
  const [, bytes = ''] = /^nursery (\d+)$/m.exec(ran.stderr) ?? [];
  expect(Number(bytes)).toBeGreaterThan(0);
  expect(Number(bytes)).toBeLessThanOrEqual(8 * mib);
}, 60_000);
