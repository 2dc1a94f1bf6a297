import type { Terminal } from '@xterm/headless';
import { expect, test } from 'vitest';
import { Lines } from '../../src/ui/sheet.ts';
import { openScreen } from '../../src/ui/terminal-screen.ts';
import { emulated } from '../pictures/scenes.ts';
import { bareLook } from './frame.tsx';

const rowsOf = ({ buffer }: Terminal): readonly (string | undefined)[] =>
  [0, 1].map((row) => buffer.active.getLine(row)?.translateToString(true));

/** One `Lines`, or two. */
function opened(count: 1 | 2) {
  const { emulator, terminal, settled } = emulated(20, 4);
  let pulse = 72;
  let written = '';
  const { write } = terminal.stdout;
  terminal.stdout.write = (text) => {
    written += text;
    return write(text);
  };
  const screen = openScreen({
    terminal,
    look: bareLook,
    model: () => pulse,
    view: (bpm) =>
      count === 1 ? (
        <Lines lines={['pulse', `${bpm}`]} />
      ) : (
        <>
          <Lines lines={['pulse']} />
          <Lines lines={[`${bpm}`]} />
        </>
      ),
    onTyped: () => undefined,
  });
  return {
    ...screen,
    written: () => written,
    rows: async () => {
      await settled();
      return rowsOf(emulator);
    },
    beats: (bpm: number) => {
      pulse = bpm;
      screen.refresh('now');
    },
  };
}

test('one `Lines` is shown, and shown anew, in the turn in which it is asked for', async () => {
  const screen = opened(1);
  expect(screen.written()).toMatch(/pulse[\s\S]*72/);
  screen.beats(73);
  expect(await screen.rows()).toEqual(['pulse', '73']);
  screen.leave();
});

test('what is more than one waits for Ink, which shows the newest', async () => {
  const screen = opened(2);
  screen.beats(73);
  await expect.poll(screen.rows, { timeout: 10_000, interval: 5 }).toEqual(['pulse', '73']);
  screen.beats(74);
  expect(await screen.rows()).toEqual(['pulse', '74']);
  screen.leave();
});
