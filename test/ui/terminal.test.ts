import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import type { SessionState } from '../../src/session/state.ts';
import type { Turn } from '../../src/session/turn.ts';
import { unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { mountDashboard } from '../../src/ui/terminal-dashboard.ts';
import { colourTheme } from '../../src/ui/theme.ts';
import { builtPart } from '../built-parts.ts';
import { emulated } from '../pictures/scenes.ts';

const running: IPty[] = [];

afterEach(() => {
  for (const pty of running.splice(0)) pty.kill();
});

function shownBy({ buffer, rows }: Terminal): string {
  const { active } = buffer;
  return Array.from(
    { length: rows },
    (_, row) =>
      active
        .getLine(active.baseY + row)
        ?.translateToString(true)
        .trimEnd() ?? '',
  ).join('\n');
}

/** The demo session in a real pseudo-terminal, at its `startS`-th second and standing still. */
function openDemo(startS: number, [columns, rows]: readonly [number, number]) {
  const terminal = new Terminal({ cols: columns, rows, scrollback: 500, allowProposedApi: true });
  terminal.write('shell before\r\n');
  const pty = spawn(process.execPath, [builtPart('dashboard-demo'), '0', String(startS)], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: { ...process.env, NODE_ENV: 'production', CI: '' },
  });
  running.push(pty);
  let bytes = '';
  const exited = new Promise<void>((done) => pty.onExit(() => done()));
  pty.onData((data) => {
    bytes += data;
    terminal.write(data);
  });
  const shown = (): string => shownBy(terminal);
  return {
    shown,
    bytes: () => bytes,
    exited,
    type: (keys: string) => pty.write(keys),
    resize: (width: number, height: number) => {
      terminal.resize(width, height);
      pty.resize(width, height);
    },
    /** The screen once it shows the text and nothing more arrives. */
    see: async (text: string | RegExp): Promise<string> => {
      await expect.poll(shown, { timeout: 10_000, interval: 20 }).toMatch(text);
      let frame = '';
      while (frame !== shown()) {
        frame = shown();
        await new Promise((done) => setTimeout(done, 60));
      }
      return frame;
    },
    seeFrame: (frame: string) => expect.poll(shown, { timeout: 10_000, interval: 20 }).toBe(frame),
    isAlternate: () => terminal.buffer.active.type === 'alternate',
  };
}

test('a storm of resizes, down to 1x1, leaves no rubbish: the same size shows the same frame', async () => {
  const screen = openDemo(70, [80, 24]);
  const before = await screen.see(/battery[\s\S]*q end/);
  for (let count = 0; count < 40; count += 1) {
    screen.resize(1 + ((count * 37) % 120), 1 + ((count * 11) % 40));
    await new Promise((done) => setTimeout(done, 10));
  }
  screen.resize(40, 10);
  await screen.see('90-100 usual');
  screen.resize(1, 1);
  screen.resize(80, 24);
  await screen.seeFrame(before);
  expect(screen.bytes()).not.toContain('\u001b[3J');
});

test('after resizing the terminal shows, at every size, what a fresh one of that size is painted', async () => {
  const startS = 70;
  const screen = openDemo(startS, [80, 24]);
  await screen.see(/battery[\s\S]*q end/);
  for (const [columns, rows] of [
    [120, 30],
    [40, 10],
    [60, 1],
    [500, 200],
    [1, 1],
    [80, 24],
  ] as const) {
    screen.resize(columns, rows);
    await screen.seeFrame(await paintedFresh(startS, [columns, rows]));
  }
}, 60_000);

type DemoModule = {
  createDemo: () => {
    state: () => SessionState;
    atMs: () => number;
    connect: () => Turn;
    step: () => Turn;
  };
};

/** The demo session at its `startS`-th second, painted once onto a terminal of this size. */
async function paintedFresh(startS: number, [columns, rows]: readonly [number, number]) {
  const { emulator, terminal, settled } = emulated(columns, rows);
  const { createDemo }: DemoModule = await import(
    new URL('fixtures/demo-session.mjs', import.meta.url).pathname
  );
  const demo = createDemo();
  const look = { glyphs: unicodeGlyphs, theme: colourTheme };
  const shown = mountDashboard({
    terminal,
    state: demo.state(),
    look,
    viewerNow: () => 0,
    onKey: () => undefined,
    onNote: () => undefined,
  });
  const turns = [demo.connect()];
  while (demo.atMs() < startS * 1000) turns.push(demo.step());
  const last = turns.at(-1);
  if (last === undefined) throw new Error('The demo has no turn.');
  shown.show({ ...last, facts: turns.flatMap(({ facts }) => facts) });
  await settled();
  const frame = shownBy(emulator);
  shown.leave();
  return frame;
}

test('the terminal is given back: alternate screen left, cursor shown, what was there before', async () => {
  const screen = openDemo(20, [80, 24]);
  await screen.see('battery');
  expect(screen.isAlternate()).toBe(true);
  screen.type('\u0003');
  await screen.exited;
  await screen.see(/shell before\nleft/);
  expect(screen.isAlternate()).toBe(false);
  expect(screen.bytes()).toContain('\u001b[?25h\u001b[?1049l');
});

test('a key is drawn at once; mouse bytes and a lone ESC change nothing', async () => {
  const screen = openDemo(40, [80, 24]);
  const before = await screen.see(/battery[\s\S]*q end/);
  screen.type('?');
  await screen.see(/d discomfort .*w tell {3}o note/);
  screen.type('x');
  await screen.seeFrame(before);
  screen.type('\u001b[<0;10;10M\u001b[M qq');
  screen.type('\u001b');
  await new Promise((done) => setTimeout(done, 120));
  expect(screen.shown()).toBe(before);
  screen.type('q');
  await screen.see('End? q ends');
  screen.type('x');
  await screen.seeFrame(before);
});

test('A8: a terminal that is not read does not stop the process; read again, it shows the newest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'count');
  const terminal = new Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const pty = spawn(process.execPath, [builtPart('blocked-terminal'), file], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
  });
  running.push(pty);
  pty.onData((data) => terminal.write(data));
  const painted = (): number => Number(readFileSync(file, 'utf8').trim() || '0');
  const first = (): string => terminal.buffer.active.getLine(0)?.translateToString(true) ?? '';
  await expect.poll(first, { timeout: 10_000 }).toMatch(/^\d+ /);
  pty.pause();
  await new Promise((done) => setTimeout(done, 500));
  const blocked = painted();
  await expect.poll(painted, { timeout: 5000 }).toBeGreaterThan(blocked + 100);
  const newest = painted();
  pty.resume();
  await expect.poll(() => Number(first().split(' ')[0]), { timeout: 5000 }).toBeGreaterThan(newest);
});
