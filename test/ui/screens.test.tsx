import fc from 'fast-check';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { homeChoices } from '../../src/commands/home-choices.ts';
import { draftOf, formModel } from '../../src/commands/profile-draft.ts';
import { cellWidth, withoutStyle } from '../../src/ui/cell-width.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { Home, type HomeModel } from '../../src/ui/home.tsx';
import type { Look } from '../../src/ui/look.ts';
import { ProfileForm } from '../../src/ui/profile-form.tsx';
import { StrapPicker, type StrapPickerModel } from '../../src/ui/strap-picker.tsx';
import { bareTheme, colourTheme } from '../../src/ui/theme.ts';
import { runs } from '../runs.ts';
import { bareLook, drawnFrame } from './frame.tsx';

const keys = [
  { key: 'Enter', label: 'opens' },
  { key: 'q', label: 'leaves' },
];

const home: HomeModel = {
  title: 'pulsepace',
  today: '2026-11-23 08:12',
  due: ['Due now: heart (morning)'],
  isDue: true,
  last: 'Last: 2026-11-22 08:02 · Heart and vessels · 24:54 · completed',
  items: homeChoices({ words: 'your strap Polar H10', args: [] }).map(
    ({ does: _, ...item }) => item,
  ),
  selected: 0,
  calendar: [
    'heart: morning · 2 weeks kept',
    '            m t w t f s s',
    ...Array.from({ length: 8 }, (_, week) => `week ${week + 1}      ● ○ ● · ● · ·  ✓`),
  ],
  keys,
};

const picker: StrapPickerModel = {
  items: [
    { key: '1', label: '#### Polar H10', about: 'c00000000001  remembered, default' },
    { key: '2', label: '##.. TICKR', about: 'c00000000002  new' },
  ],
  selected: 1,
  heard: { text: 'TICKR: 93 bpm', digits: '93' },
  takes: 'TICKR',
};

type Draw = (look: Look, size: { columns: number; rows: number }) => ReactNode;
const screens: Record<string, Draw> = {
  home: (look, size) => <Home model={home} look={look} {...size} />,
  picker: (look, size) => <StrapPicker model={picker} look={look} {...size} />,
  'picker-empty': (look, size) => (
    <StrapPicker model={{ items: [], selected: undefined }} look={look} {...size} />
  ),
  profile: (look, size) => (
    <ProfileForm
      model={formModel({
        ...draftOf({ schemaVersion: 1, birthYear: 1961, sex: 'female' }),
        selected: 3,
        entry: '999',
        problem: 'Resting pulse: it is a whole number from 25 to 130.',
      })}
      look={look}
      {...size}
    />
  ),
};
const sizes = [
  [120, 30],
  [80, 24],
  [40, 10],
  [60, 1],
] as const;

describe.each(Object.entries(screens))('%s', (name, draw) => {
  test.each(sizes)('at %ix%i', async (columns, rows) => {
    const frame = `${drawnFrame(draw(bareLook, { columns, rows }))}\n`;
    await expect(frame).toMatchFileSnapshot(`frames/${name}-${columns}x${rows}.txt`);
  });

  test('in ASCII alone it is ASCII alone', () => {
    const look = { glyphs: asciiGlyphs, theme: bareTheme };
    expect(drawnFrame(draw(look, { columns: 80, rows: 24 }), look)).toMatch(/^[\n\u0020-\u007e]*$/);
  });

  test('property: every frame fits its rows and columns, from 1x1 to 500x200', () => {
    const look = { glyphs: unicodeGlyphs, theme: colourTheme };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 200 }),
        (columns, rows) => {
          const lines = withoutStyle(drawnFrame(draw(look, { columns, rows }), look)).split('\n');
          expect(lines.length).toBeLessThanOrEqual(rows);
          for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

test('every line of the home screen is whole at 40 columns', () => {
  for (const [selected] of home.items.entries()) {
    const model = { ...home, selected };
    const frame = drawnFrame(<Home model={model} look={bareLook} columns={40} rows={10} />);
    for (const line of frame.split('\n').slice(3, -1)) {
      expect(line).not.toMatch(/^[ >] [a-z] .*…/);
    }
  }
});
