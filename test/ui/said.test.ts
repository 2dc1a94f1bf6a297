import type { Terminal } from '@xterm/headless';
import { expect, test } from 'vitest';
import { unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { mountDashboard } from '../../src/ui/terminal-dashboard.ts';
import { monoTheme } from '../../src/ui/theme.ts';
import { emulated } from '../pictures/scenes.ts';
import { connected } from './story.ts';

test('a sentence stays for eight seconds of the viewer, however fast the session runs, and however slow', async () => {
  const { emulator, terminal, settled } = emulated(100, 30);
  const story = connected().beat(80, 20);
  let nowMs = 5000;
  const screen = mountDashboard({
    terminal,
    state: story.state(),
    look: { glyphs: unicodeGlyphs, theme: monoTheme },
    viewerNow: () => nowMs,
    onKey: () => undefined,
    onNote: () => undefined,
  });
  const isSaid = async (): Promise<boolean> => {
    // The next second may be drawn later, a key at once.
    story.press('acknowledge');
    const last = story.turns().at(-1);
    if (last === undefined) throw new Error('The story has no turn.');
    screen.show(last);
    await settled();
    return textOf(emulator).includes('the strap counts its energy from zero');
  };
  screen.say('the strap counts its energy from zero');
  story.beat(80, 160);
  nowMs += 7999;
  expect(await isSaid()).toBe(true);
  nowMs += 1;
  expect(await isSaid()).toBe(false);
  screen.leave();
});

const textOf = ({ buffer, rows }: Terminal): string =>
  Array.from({ length: rows }, (_, row) =>
    buffer.active.getLine(row)?.translateToString(true),
  ).join('\n');
