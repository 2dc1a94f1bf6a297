/** A piece of a character's cell that is inked: x, y, width and height as shares of the cell. */
export type Patch = readonly [x: number, y: number, width: number, height: number];

const thin = 0.06;
const middle: Patch = [0, 0.5 - thin / 2, 1, thin];

const drawn: Readonly<Record<string, readonly Patch[]>> = {
  '█': [[0, 0, 1, 1]],
  '▀': [[0, 0, 1, 0.5]],
  '▄': [[0, 0.5, 1, 0.5]],
  '─': [middle],
  '━': [[0, 0.5 - thin, 1, thin * 2]],
  '═': [
    [0, 0.42, 1, thin],
    [0, 0.55, 1, thin],
  ],
  '╎': [
    [0.45, 0.05, 0.1, 0.4],
    [0.45, 0.55, 0.1, 0.4],
  ],
  '▒': [0, 0.25, 0.5, 0.75].flatMap((y): Patch[] => [
    [0, y, 0.25, 0.13],
    [0.5, y, 0.25, 0.13],
    [0.25, y + 0.125, 0.25, 0.13],
    [0.75, y + 0.125, 0.25, 0.13],
  ]),
  '░': [
    [0, 0, 0.25, 0.12],
    [0.5, 0.25, 0.25, 0.12],
    [0, 0.5, 0.25, 0.12],
    [0.5, 0.75, 0.25, 0.12],
  ],
};

const brailleFrom = 0x2800;
const brailleTo = 0x28ff;
/** Where each bit of a braille character has its dot. */
const dots = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3],
] as const;

/** What of its cell a block, a line or a braille character inks; undefined for what a font draws. */
export function inkOf(character: string): readonly Patch[] | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < brailleFrom || code > brailleTo) return drawn[character];
  return dots
    .filter((_, bit) => ((code - brailleFrom) >> bit) & 1)
    .map(([column, row]) => [0.12 + column * 0.5, 0.06 + row * 0.25, 0.28, 0.14]);
}
