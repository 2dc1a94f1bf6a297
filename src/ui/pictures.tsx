import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Glyphs } from './glyphs.ts';

/** A private-use character: no text from outside keeps one, so none can pass for a picture. */
const sign = '\ue000';
const picture = new RegExp(`^.*${sign}(\\d+).*$`, 'gm');

/**
 * The place of whole picture rows, numbered from `from`. Ink lays out the words; the many cells of digits and curve are
 * put in afterwards, for measuring and splitting each of them anew would take Ink most of a frame's time.
 */
export function PictureRows({ from, count }: { from: number; count: number }): ReactNode {
  if (count === 0) return null;
  const signs = Array.from({ length: count }, (_, index) => `${sign}${from + index}`);
  return (
    <Box height={count} flexShrink={0}>
      <Text>{signs.join('\n')}</Text>
    </Box>
  );
}

/** The frame with each picture row in its place; where the terminal knows ASCII alone, in ASCII alone. */
export function withPictures(frame: string, rows: readonly string[], { dots }: Glyphs): string {
  const whole = frame.replace(picture, (_line, index: string) => rows[Number(index)] ?? '');
  return dots === 'ascii' ? asciiOnly(whole) : whole;
}

const asciiOnly = (text: string): string =>
  text
    .replace(/[·–]/g, '-')
    .replace(/…/g, '.')
    .replace(/[\u0080-\u{10ffff}]/gu, '?');
