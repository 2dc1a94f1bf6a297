import type { Glyphs } from './glyphs.ts';

const unicodeBars = '▁▂▃▄▅▆▇█';
const asciiBars = '_.-=+*#@';
const missing: Record<Glyphs['dots'], string> = { braille: '·', block: '·', ascii: ' ' };

/** Values as bars of one row, one a character, from the least to the most of them; undefined is a gap. */
export function sparkline(values: readonly (number | undefined)[], dots: Glyphs['dots']): string {
  const known = values.filter((each) => each !== undefined);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const bars = dots === 'ascii' ? asciiBars : unicodeBars;
  return values
    .map((value) => {
      if (value === undefined) return missing[dots];
      const share = span === 0 ? 0.5 : (value - low) / span;
      return bars.charAt(Math.min(bars.length - 1, Math.floor(share * bars.length)));
    })
    .join('');
}
