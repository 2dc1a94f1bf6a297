import type { Profile } from '../journal/profile-schema.ts';
import { asciiGlyphs, blockGlyphs, type Glyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import type { Look } from '../ui/look.ts';
import { type ThemeName, themeNames, themes } from '../ui/theme.ts';
import { DoorError } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';

/** What a person asked for on the command line. */
export type LookFlags = { readonly theme?: ThemeName; readonly ascii?: boolean };

/**
 * The characters and colours of every screen on this terminal: flag before NO_COLOR before PULSEPACE_THEME before
 * profile. Throws a DoorError for a theme nobody knows.
 */
export function lookFor(
  io: Pick<Io, 'env' | 'stdout'>,
  flags: LookFlags = {},
  profile: Pick<Profile, 'theme'> = {},
): Look {
  const { colour, unicode } = drawingFor(io, flags);
  const chosen = themeFrom(io.env) ?? profile.theme ?? 'default';
  const name = flags.theme ?? (colour ? chosen : 'mono');
  return { glyphs: glyphsFor(io.env, unicode !== false), theme: themes[name] };
}

/** The console of Linux has half blocks and no braille. */
function glyphsFor({ TERM }: NodeJS.ProcessEnv, isUnicode: boolean): Glyphs {
  if (!isUnicode) return asciiGlyphs;
  return TERM === 'linux' ? blockGlyphs : unicodeGlyphs;
}

function themeFrom({ PULSEPACE_THEME: name }: NodeJS.ProcessEnv): ThemeName | undefined {
  if (name === undefined || name === '') return undefined;
  const known = themeNames.find((each) => each === name);
  if (known !== undefined) return known;
  throw new DoorError(
    `PULSEPACE_THEME is ${JSON.stringify(name)}; set it to ${themeNames.join(', ')}, or unset it.`,
  );
}
