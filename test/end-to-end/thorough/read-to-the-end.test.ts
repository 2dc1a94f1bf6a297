import { expect, test } from 'vitest';
import { emptyFolder } from '../pulsepace.ts';
import { terminal } from '../terminal.ts';

test('all that a program wrote before it ended is read, however late', async () => {
  const program = [process.execPath, '-e', 'process.stdout.write("x".repeat(60_000) + "end")'];
  const screen = terminal(emptyFolder(), [], { program });
  const busy = setInterval(() => {
    const untilMs = performance.now() + 260;
    while (performance.now() < untilMs);
  }, 1);
  await screen.exit;
  clearInterval(busy);
  expect(screen.written().slice(-4)).toBe('xend');
  expect(screen.written()).toHaveLength(60_003);
});
