import { describe, expect, test } from 'vitest';
import { draftOf, formModel } from '../../../src/commands/profile-draft.ts';
import { ProfileForm } from '../../../src/ui/profile-form.tsx';
import { bareLook, drawnFrame } from '../../ui/frame.tsx';
import { emptyFolder } from '../pulsepace.ts';
import { type RealTerminal, terminal } from '../terminal.ts';

const sizes = [
  [120, 30],
  [40, 10],
  [60, 1],
  [1, 1],
  [500, 200],
  [80, 24],
] as const;

const frameAt = (columns: number, rows: number): string =>
  drawnFrame(
    <ProfileForm
      model={formModel(draftOf({ schemaVersion: 1 }))}
      look={bareLook}
      columns={columns}
      rows={rows}
    />,
  );

const trimmed = (frame: string): string =>
  frame
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();

const expectFrame = (screen: RealTerminal, frame: string) =>
  expect
    .poll(async () => trimmed(await screen.screen()), { timeout: 10_000, interval: 20 })
    .toBe(trimmed(frame));

describe('a screen in a real terminal', () => {
  test('shows at every size, after every resize, exactly the frame that was drawn', async () => {
    const screen = terminal(emptyFolder(), ['profile', 'edit']);
    await expectFrame(screen, frameAt(80, 24));
    for (const [columns, rows] of sizes) {
      screen.resize(columns, rows);
      await expectFrame(screen, frameAt(columns, rows));
    }
  }, 60_000);

  test('a storm of 40 resizes leaves nothing behind', async () => {
    const screen = terminal(emptyFolder(), ['profile', 'edit']);
    await expectFrame(screen, frameAt(80, 24));
    for (let count = 0; count < 40; count += 1) {
      screen.resize(1 + ((count * 37) % 120), 1 + ((count * 11) % 40));
      await new Promise((done) => setTimeout(done, 30));
    }
    screen.resize(100, 20);
    await expectFrame(screen, frameAt(100, 20));
  }, 60_000);

  test('Ctrl-Z gives the terminal back; gone on, the screen is taken again and whole', async () => {
    const screen = terminal(emptyFolder(), ['profile', 'edit']);
    await expectFrame(screen, frameAt(80, 24));
    const timesLeft = (): number => screen.written().split('\u001b[?1049l').length - 1;
    screen.type('\u001a');
    await expect.poll(timesLeft, { timeout: 10_000 }).toBeGreaterThanOrEqual(1);
    await expectFrame(screen, frameAt(80, 24));
    const before = timesLeft();
    screen.kill('SIGCONT');
    await expect.poll(timesLeft, { timeout: 10_000 }).toBeGreaterThan(before);
    await expectFrame(screen, frameAt(80, 24));
    expect(screen.isAlternate()).toBe(true);
  }, 60_000);
});
