import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWidth, cutStyled, withoutStyle } from '../../src/ui/cell-width.ts';
import { asciiGlyphs } from '../../src/ui/glyphs.ts';
import { keysLine, pageOfKeys } from '../../src/ui/keys-line.ts';
import { progressBar, progressOf } from '../../src/ui/progress-bar.ts';
import { rowText } from '../../src/ui/row-text.ts';
import { bareTheme, colourTheme } from '../../src/ui/theme.ts';
import { wrapText } from '../../src/ui/wrap-text.ts';
import { bareLook } from './frame.tsx';
import { moments } from './story.ts';

const styled = fc
  .array(
    fc.tuple(
      fc.constantFrom('plain', 'quiet', 'strong', 'over-banner', 'key'),
      fc.string({ unit: fc.constantFrom('a', ' ', '力', '█', 'é') }),
    ),
  )
  .map((pieces) => pieces.map(([role, text]) => colourTheme(role as 'plain', text)).join(''));

const styles = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the styles are what is compared.
  line.replace(/[^\u001b]*?(\u001b\[[0-9;]*m)|[\s\S]/g, '$1');

describe('a row of styled text', () => {
  test('property: cut to any width it fits, begins as it began, and ends every style', () => {
    fc.assert(
      fc.property(styled, fc.integer({ min: 0, max: 40 }), (line, columns) => {
        const cut = cutStyled(line, columns);
        expect(cellWidth(withoutStyle(cut))).toBeLessThanOrEqual(columns);
        expect(styles(cut)).toBe(styles(line));
        expect(withoutStyle(line).startsWith(withoutStyle(cut).replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  test('property: something at each end is never wider than the row, and the right end is whole', () => {
    fc.assert(
      fc.property(styled, fc.integer({ min: 8, max: 60 }), (left, columns) => {
        const row = withoutStyle(rowText(columns, left, colourTheme('quiet', 'right')));
        expect(cellWidth(row)).toBe(columns);
        expect(row.endsWith('  right') || row.endsWith(' right')).toBe(true);
      }),
    );
  });

  test('property: wrapped, no word is lost and no row too wide', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 30 }), (list, columns) => {
        const rows = wrapText(list.join(' '), columns);
        expect(rows.join(' ')).toBe(list.join(' '));
        for (const row of rows) expect(cellWidth(row)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('where not all keys fit, the first ones are kept', () => {
    const keys = ['d', 'a', 'q'].map((key) => ({ key, label: 'discomfort', brief: 'bad' }));
    expect(keysLine(keys, bareLook, 11)).toBe('d bad a bad');
    expect(keysLine(keys, bareLook, 80)).toBe('d discomfort   a discomfort   q discomfort');
  });
});

describe('keys that do not all fit', () => {
  const some = fc.uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z]{1,3}$/),
      label: fc.stringMatching(/^[a-z]{1,12}$/),
      brief: fc.stringMatching(/^[a-z]{1,6}$/),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 16 },
  );

  test('property: page by page each is shown, the first on all, and every page is a row', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(40, 58, 78), (keys, columns) => {
        const pages = keys.map((_, page) => pageOfKeys(keys, page, columns));
        expect(new Set(pages.flat().filter(({ key }) => key !== '?'))).toEqual(new Set(keys));
        for (const page of pages) {
          expect(page[0]).toBe(keys[0]);
          const row = keysLine(page, bareLook, columns);
          expect(cellWidth(row)).toBeLessThanOrEqual(columns);
          for (const { key } of page) expect(row).toContain(`${key} `);
        }
      }),
    );
  });

  test('? leads to the others and back; where all fit there is none', () => {
    const keys = ['d', 'a', 'q', 'n', 'm'].map((key) => ({ key, label: 'discomfort' }));
    const row = (page: number) =>
      pageOfKeys(keys, page, 40)
        .map(({ key }) => key)
        .join('');
    expect([0, 1, 2, 3, 4].map(row)).toEqual(['da?', 'dq?', 'dn?', 'dm?', 'da?']);
    expect(pageOfKeys(keys, 1, 200)).toEqual(keys);
  });
});

describe('the progress of the whole', () => {
  const bar = (moment: keyof typeof moments): string | undefined => {
    const progress = progressOf(moments[moment]().state());
    return progress && progressBar(progress, { glyphs: asciiGlyphs, theme: bareTheme }, 14);
  };

  test('a piece a step: behind, at hand, to come, told apart without colour', () => {
    expect(bar('baseline')).toBe('------ ------');
    expect(bar('exercise')).toBe(':::: ---- ----');
    expect(bar('reps')).toBe('#### :::: ----');
    expect(bar('rest')).toBe('#### :::: ----');
    expect(bar('ended')).toBe('#### #### ####');
  });

  test('a routine that was ended before its time is not drawn as done', () => {
    expect(bar('cool-down')).toBeUndefined();
    expect(bar('discomfort')).not.toBe('#### #### ####');
  });
});
