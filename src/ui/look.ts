import type { Glyphs } from './glyphs.ts';
import type { Theme } from './theme.ts';

/** How a screen is drawn: its characters and its colours. */
export type Look = { readonly glyphs: Glyphs; readonly theme: Theme };
