import type { Terminal } from '@xterm/headless';
import { expect, test } from 'vitest';
import { homeChoices, pulseSources } from '../../src/commands/home-choices.ts';
import { Home, type HomeModel } from '../../src/ui/home.tsx';
import { StrapPicker } from '../../src/ui/strap-picker.tsx';
import { openScreen } from '../../src/ui/terminal-screen.ts';
import { dataOf, runHere } from '../commands/in-process.ts';
import { storeSession } from '../commands/stored-session.ts';
import { temporaryFolder } from '../journal/samples.ts';
import {
  dashboardAt,
  emulated,
  isCautioned,
  isExercising,
  look,
  printed,
  sessionBy,
} from './scenes.ts';
import { dark, light, terminalSvg } from './terminal-svg.ts';

// `npm run pictures` is this file with --update: it draws them anew. Without, it holds that they would be the same.

async function expectPictures(name: string, title: string, terminal: Terminal): Promise<void> {
  for (const [kind, palette] of Object.entries({ dark, light })) {
    const svg = terminalSvg(terminal, palette, title);
    await expect(svg).toMatchFileSnapshot(`../../docs/pictures/${name}-${kind}.svg`);
  }
}

test('the picture of an exercise is what the simulated session shows', async () => {
  const terminal = await dashboardAt('simulator:person=fit,seed=4', isExercising(14_000));
  await expectPictures('exercise', 'An exercise in pulsepace, on a simulated strap', terminal);
});

test('the picture of a caution is what the simulated session shows', async () => {
  const terminal = await dashboardAt('simulator:person=deconditioned,seed=3', isCautioned(6_000));
  await expectPictures('caution', 'A caution in pulsepace, on a simulated strap', terminal);
});

test('the picture of the home screen is what the screen shows', async () => {
  const { emulator, terminal, settled } = emulated(80, 24);
  const [pulse = { words: '', args: [] }] = pulseSources('Polar H10', undefined);
  const model: HomeModel = {
    title: 'pulsepace',
    today: '2026-11-23 08:12',
    due: ['Due now: heart (morning)'],
    isDue: true,
    last: 'Last: 2026-11-20 08:02 · Heart · 24:54 · completed',
    items: homeChoices(pulse).map(({ does: _, ...item }) => item),
    selected: 0,
    calendar: [
      'heart: morning · 3 weeks kept',
      '            m t w t f s s',
      '2026-10-26  ● · ○ · ● · ·',
      '2026-11-02  ● · ● · ● · ·  ✓',
      '2026-11-09  ● · ● · ● · ·  ✓',
      '2026-11-16  ● · ● · ● · ·  ✓',
      '2026-11-23  ○',
    ],
    keys: [
      { key: 'Enter', label: 'opens' },
      { key: 'arrows', label: 'move' },
      { key: 'q', label: 'leaves' },
    ],
  };
  const screen = openScreen({
    terminal,
    look,
    model: () => model,
    view: (shown, size) => <Home model={shown} look={look} {...size} />,
    onTyped: () => undefined,
  });
  await settled();
  await expectPictures('home', 'The home screen of pulsepace', emulator);
  screen.leave();
});

test('the picture of the straps in reach is what the screen shows', async () => {
  const { emulator, terminal, settled } = emulated(80, 24);
  const model = {
    items: [
      { key: '1', label: '#### Polar H10', about: 'a1b2c3d4e5f6  new' },
      { key: '2', label: '##.. TICKR', about: '0c8a9b2d3e4f  new' },
    ],
    selected: 0,
    heard: { text: 'Polar H10: 72 bpm', digits: '72' },
    takes: 'Polar H10',
  };
  const screen = openScreen({
    terminal,
    look,
    model: () => model,
    view: (shown, size) => <StrapPicker model={shown} look={look} {...size} />,
    onTyped: () => undefined,
  });
  await settled();
  await expectPictures('straps', 'The straps in reach, and the pulse of one of them', emulator);
  screen.leave();
});

test('the picture of a session in the log is what log show prints of it', async () => {
  const folder = temporaryFolder();
  const { header, facts } = sessionBy('simulator:person=older,seed=7');
  storeSession(dataOf(folder), header, facts);
  const { stdout } = await runHere(folder, ['log', 'show'], { FORCE_COLOR: '1' });
  await expectPictures('log', 'A session in the log of pulsepace', await printed(stdout));
});
