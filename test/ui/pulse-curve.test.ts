import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CurvePoint } from '../../src/ui/curve-line.ts';
import { asciiGlyphs, blockGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { type CurveFrame, pulseCurve } from '../../src/ui/pulse-curve.ts';

const limits = { cautionBpm: 90, limitBpm: 100 };
const frame: CurveFrame = { fromMs: 0, toMs: 36_000, columns: 40, rows: 6, limits };
const lines = (points: readonly CurvePoint[], more: Partial<CurveFrame> = {}): string[] =>
  pulseCurve(points, { ...frame, ...more }).map((row) => row.map(({ text }) => text).join(''));
const each = (from: number, to: number, bpmAt: (second: number) => number): CurvePoint[] =>
  Array.from({ length: to - from }, (_, index) => ({
    atMs: (from + index) * 1000,
    bpm: bpmAt(from + index),
    trusted: true,
  }));

test('a rise through the band, drawn in braille, with the limits at the left', () => {
  expect(lines(each(0, 36, (second) => 75 + second))).toMatchInlineSnapshot(`
    [
      "                                        ",
      "                                 ⣀⣀⠤⠤⠒⠒⠁",
      "100 · · · · · · · · · · ·⣀⣀⠤⠤⠒⠒⠉⠉ · · · ",
      " 90 · · · · · · ⣀⣀⠤⠤⠒⠒⠉⠉⠉ · · · · · · · ",
      "        ⣀⣀⠤⠤⠒⠒⠉⠉                        ",
      " 70 ⠒⠒⠉⠉                                ",
    ]
  `);
});

test('the same in half blocks and in ASCII', () => {
  const rise = each(0, 36, (second) => 75 + second);
  expect(lines(rise, { glyphs: blockGlyphs })).toMatchInlineSnapshot(`
    [
      "                                        ",
      "                                 ▄▄▄▄▀▀▀",
      "100 · · · · · · · · · · ·▄▄▄▄▀▀▀▀ · · · ",
      " 90 · · · · · · ▄▄▄▄▀▀▀▀▀ · · · · · · · ",
      "        ▄▄▄▄▀▀▀▀                        ",
      " 70 ▀▀▀▀                                ",
    ]
  `);
  expect(lines(rise, { glyphs: asciiGlyphs })).toMatchInlineSnapshot(`
    [
      "                                        ",
      "                                 *******",
      "100 . . . . . . . . . . .******** . . . ",
      " 90 . . . . . . ********* . . . . . . . ",
      "        ********                        ",
      " 70 ****                                ",
    ]
  `);
});

test('a gap stays a gap, and an untrusted value is not drawn', () => {
  const gap = [...each(0, 10, () => 80), ...each(24, 36, () => 80)];
  const withNoise = [...gap, { atMs: 15_000, bpm: 240, trusted: false }].toSorted(
    (one, other) => one.atMs - other.atMs,
  );
  const drawn = lines(gap);
  expect(drawn.some((line) => /[\u2801-\u28ff] {12,}[\u2801-\u28ff]/.test(line))).toBe(true);
  expect(lines(withNoise)).toEqual(drawn);
});

test('a step is marked by an upright line', () => {
  for (const line of lines([], { marksMs: [18_000] })) expect(line[22]).toBe('╎');
});

test('limits that changed are a step of the band, with their numbers beside it', () => {
  const laterLimits = [{ fromMs: 18_000, cautionBpm: 110, limitBpm: 130 }];
  const drawn = lines([], { rows: 8, laterLimits });
  const bandIn = (from: number, to: number): number[] =>
    drawn.flatMap((line, row) => (line.slice(from, to).includes('·') ? [row] : []));
  const [before, after] = [bandIn(4, 20), bandIn(24, 40)];
  expect(Math.max(...after)).toBeLessThan(Math.min(...before));
  expect(drawn.find((line) => line.includes('110'))?.indexOf('110')).toBe(22);
  expect(drawn.find((line) => line.includes('130'))?.indexOf('130')).toBe(22);
});

test('limits that held for a moment alone leave no number behind', () => {
  const laterLimits = [
    { fromMs: 18_000, cautionBpm: 95, limitBpm: 105 },
    { fromMs: 18_200, cautionBpm: 110, limitBpm: 130 },
  ];
  const numbers = lines([], { rows: 12, laterLimits }).flatMap(
    (line) => line.slice(4).match(/\d+/g) ?? [],
  );
  expect(numbers).toEqual(['130', '110']);
});

test('a pulse is shown in the zone it was in by the limits of its time', () => {
  const laterLimits = [{ fromMs: 18_000, cautionBpm: 130, limitBpm: 140 }];
  const still = each(0, 36, () => 105);
  const rolesOf = (points: ReturnType<typeof each>) =>
    pulseCurve(points, { ...frame, rows: 8, laterLimits }).flatMap((row) =>
      row.flatMap(({ role, text }) => (/[\u2801-\u28ff]/.test(text) ? [role] : [])),
    );
  expect(rolesOf(still)).toEqual(['over', 'easy']);
});

test('each zone has a role of its own', () => {
  const roles = pulseCurve(
    each(0, 36, (second) => 75 + second),
    frame,
  ).flatMap((row) => row.map(({ role }) => role));
  expect(new Set(roles)).toEqual(new Set(['quiet', 'easy', 'caution', 'over']));
});

test('property: any points give exactly the rows and columns asked for', () => {
  const point = fc.record({
    atMs: fc.integer({ min: -1000, max: 50_000 }),
    bpm: fc.integer({ min: 0, max: 65_535 }),
    trusted: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(point),
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(unicodeGlyphs, blockGlyphs, asciiGlyphs),
      (points, columns, rows, glyphs) => {
        const drawn = lines(points, { columns, rows, glyphs });
        expect(drawn).toHaveLength(rows);
        for (const line of drawn) expect([...line]).toHaveLength(columns);
      },
    ),
  );
});
