import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bigText, bigTextRows, bigTextWidth } from '../../src/ui/big-digits.ts';
import { asciiGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.ts';

test('the digits, seven rows high', () => {
  expect(`\n${bigText('0123456789', 7).join('\n')}`).toMatchInlineSnapshot(`
    "
    ▄███████▄  ▄█████     ▄███████▄  ▄███████▄  ▄██   ██▄  ▄███████▄  ▄███████▄  ▄███████▄  ▄███████▄  ▄███████▄
    ███▀▀▀███  ▀▀▀███     ▀▀▀▀▀▀███  ▀▀▀▀▀▀███  ███   ███  ███▀▀▀▀▀▀  ███▀▀▀▀▀▀  ▀▀▀▀▀▀███  ███▀▀▀███  ███▀▀▀███
    ███   ███     ███     ▄▄▄▄▄▄███  ▄▄▄▄▄▄███  ███▄▄▄███  ███▄▄▄▄▄▄  ███▄▄▄▄▄▄        ███  ███▄▄▄███  ███▄▄▄███
    ███   ███     ███     █████████  █████████  █████████  █████████  █████████        ███  █████████  █████████
    ███   ███     ███     ███              ███        ███        ███  ███   ███        ███  ███   ███        ███
    ███▄▄▄███  ▄▄▄███▄▄▄  ███▄▄▄▄▄▄  ▄▄▄▄▄▄███        ███  ▄▄▄▄▄▄███  ███▄▄▄███        ███  ███▄▄▄███  ▄▄▄▄▄▄███
    ▀███████▀  ▀███████▀  ▀███████▀  ▀███████▀        ██▀  ▀███████▀  ▀███████▀        ██▀  ▀███████▀  ▀███████▀"
  `);
});

test('the digits in ASCII', () => {
  expect(`\n${bigText('97', 7, { glyphs: asciiGlyphs }).join('\n')}`).toMatchInlineSnapshot(`
    "
    #########  #########
    ###   ###        ###
    ###   ###        ###
    #########        ###
          ###        ###
          ###        ###
    #########        ###"
  `);
});

test('a value that is no longer fresh is drawn in another stroke, not only dimmer', () => {
  expect(bigText('97', 7, { faded: true }).join('')).toMatch(/^[▒ ]+$/);
});

test('every digit looks different at every height and with every stroke', () => {
  for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
    for (const faded of [false, true]) {
      for (let rows = 3; rows <= 20; rows += 1) {
        const drawn = [...'0123456789-'].map((digit) =>
          bigText(digit, rows, { glyphs, faded }).join('\n'),
        );
        expect(new Set(drawn).size).toBe(11);
      }
    }
  }
});

test('property: a text is drawn exactly as high and wide as it says', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9:-]{1,6}$/),
      fc.integer({ min: 3, max: 20 }),
      (text, rows) => {
        const lines = bigText(text, rows);
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(line).toHaveLength(bigTextWidth(text, rows));
      },
    ),
  );
});

test('property: the height chosen for a width fits it, and the next one would not', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9:]{1,5}$/),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 120 }),
      (text, most, columns) => {
        const rows = bigTextRows(text, most, columns);
        if (rows > 0) expect(bigTextWidth(text, rows)).toBeLessThanOrEqual(columns);
        if (rows > 0 && rows < most) {
          expect(bigTextWidth(text, rows + 1)).toBeGreaterThan(columns);
        }
      },
    ),
  );
});
