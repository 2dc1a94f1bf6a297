import fc from 'fast-check';
import type { ComponentProps } from 'react';
import { expect, test } from 'vitest';
import { bareRows, createSheet, Lines } from '../../src/ui/sheet.ts';
import { drawnFrame } from './frame.tsx';

/** More rows than ASCII has signs for. */
const rows = Array.from({ length: 300 }, (_, row) => `row ${row} of $& many`);

test('every row comes back in the place of its sign, on a terminal however high', () => {
  const sheet = createSheet();
  const signs = rows.map((row) => sheet.write(row));
  expect(new Set(signs.map((sign) => sign.length))).toEqual(new Set([1]));
  expect(sheet.fill(['', ...signs, ''].join('\n'))).toBe(['', ...rows, ''].join('\n'));
});

const line = fc.oneof(
  fc.constantFrom('', '  ', '\u001b[1m 72 \u001b[22m', '█▀▄', '力士 é', '$& $1', '!'),
  fc.stringMatching(/^[ -~]{0,30}$/),
);

const Nothing = () => null;
const Screen = (props: ComponentProps<typeof Lines>) => <Lines {...props} />;

test('property: rows painted without Ink stand where Ink places them', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 130 }),
      fc.integer({ min: 0, max: 2 }),
      fc.constantFrom(Lines, Screen),
      (lines, indent, View) => {
        const screen = <View lines={lines} indent={indent} />;
        expect(bareRows(screen)?.join('\n')).toBe(drawnFrame(screen));
      },
    ),
    { numRuns: 60 },
  );
});

test('of what is more than one `Lines`, Ink alone knows where the rows go', () => {
  const lines = ['a'];
  expect(
    bareRows(
      <>
        <Lines lines={lines} />
        <Lines lines={lines} />
      </>,
    ),
  ).toBeUndefined();
  expect([null, 'text', <Nothing key="" />].map(bareRows)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
