/** The characters a terminal can show: all of Unicode's blocks and braille, or ASCII alone. */
export type Glyphs = {
  readonly dots: 'braille' | 'block' | 'ascii';
  readonly full: string;
  readonly upper: string;
  readonly lower: string;
  /** A digit's stroke when its value is no longer fresh. */
  readonly faded: string;
  readonly easy: string;
  readonly caution: string;
  readonly over: string;
  readonly unknown: string;
  readonly heart: string;
  readonly marker: string;
  readonly thin: string;
  readonly double: string;
  readonly heavy: string;
  readonly empty: string;
  readonly filled: string;
  readonly band: string;
  readonly mark: string;
  readonly recording: string;
  readonly separator: string;
};

export const unicodeGlyphs: Glyphs = {
  dots: 'braille',
  full: '█',
  upper: '▀',
  lower: '▄',
  faded: '▒',
  easy: '●',
  caution: '▲',
  over: '■',
  unknown: '○',
  heart: '♥',
  marker: '●',
  thin: '─',
  double: '═',
  heavy: '━',
  empty: '░',
  filled: '█',
  band: '·',
  mark: '╎',
  recording: '●',
  separator: '·',
};

/** For terminals whose font has half blocks but no braille. */
export const blockGlyphs: Glyphs = { ...unicodeGlyphs, dots: 'block' };

export const asciiGlyphs: Glyphs = {
  dots: 'ascii',
  full: '#',
  upper: '#',
  lower: '#',
  faded: ':',
  easy: 'o',
  caution: '^',
  over: '#',
  unknown: '?',
  heart: '*',
  marker: '@',
  thin: '-',
  double: '=',
  heavy: '#',
  empty: '.',
  filled: '#',
  band: '.',
  mark: '|',
  recording: '*',
  separator: '-',
};
