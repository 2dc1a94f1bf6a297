import { asciiGlyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import type { Look } from '../ui/look.ts';
import { colourTheme, monoTheme } from '../ui/theme.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';

/** The characters and colours of every screen on this terminal. */
export function lookFor(io: Io): Look {
  const { colour, unicode } = drawingFor(io);
  return {
    glyphs: unicode === false ? asciiGlyphs : unicodeGlyphs,
    theme: colour ? colourTheme : monoTheme,
  };
}
