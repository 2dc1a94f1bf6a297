import { expect, test } from 'vitest';
import { rehearse } from '../../src/commands/rehearsal.ts';
import { unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { colourTheme } from '../../src/ui/theme.ts';
import { header } from '../ui/story.ts';

const look = { glyphs: unicodeGlyphs, theme: colourTheme };

test.each([
  [80, 24],
  [40, 10],
  [1, 1],
] as const)(
  'a rehearsal at %ix%i warns of both limits: it rings once, and thrice',
  (columns, rows) => {
    const before = structuredClone(header);
    const bytes = rehearse({ header, look, size: { columns, rows } });
    expect(bytes.split('\u0007').length - 1).toBe(4);
    expect(header).toEqual(before);
  },
);

test('it paints what a warning will be painted with', () => {
  const bytes = rehearse({ header, look, size: { columns: 80, rows: 24 } });
  for (const word of ['CAUTION', 'OVER']) expect(bytes).toContain(word);
});
