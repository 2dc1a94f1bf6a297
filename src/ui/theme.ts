/** What a piece of text is for; the theme says how it looks. */
export type Role =
  | 'plain'
  | 'quiet'
  | 'strong'
  | 'easy'
  | 'caution'
  | 'over'
  | 'easy-banner'
  | 'caution-banner'
  | 'over-banner'
  | 'unknown-banner'
  | 'notice'
  | 'selected'
  | 'key';

/** Wraps a text in the escape codes of its role; the text itself has none. */
export type Theme = (role: Role, text: string) => string;

const bold = [1, 22] as const;
const faint = [2, 22] as const;
const inverse = [7, 27] as const;
const foreground = (colour: number) => [colour, 39] as const;
const green = foreground(32);
const yellow = foreground(33);
const red = foreground(31);
const cyan = foreground(36);

type Codes = readonly (readonly [on: number, off: number])[];

const coloured: Record<Role, Codes> = {
  plain: [],
  quiet: [faint],
  strong: [bold],
  easy: [bold, green],
  caution: [bold, yellow],
  over: [bold, red],
  'easy-banner': [bold, green],
  'caution-banner': [bold, inverse, yellow],
  'over-banner': [bold, inverse, red],
  'unknown-banner': [bold, inverse],
  notice: [bold, yellow],
  selected: [bold, inverse],
  key: [bold, cyan],
};

const uncoloured: Record<Role, Codes> = {
  plain: [],
  quiet: [],
  strong: [bold],
  easy: [bold],
  caution: [bold],
  over: [bold],
  'easy-banner': [bold],
  'caution-banner': [bold, inverse],
  'over-banner': [bold, inverse],
  'unknown-banner': [bold, inverse],
  notice: [bold],
  selected: [bold, inverse],
  key: [bold],
};

const themeOf =
  (codes: Record<Role, Codes>): Theme =>
  (role, text) =>
    text === ''
      ? ''
      : codes[role].reduceRight(
          (wrapped, [on, off]) => `\u001b[${on}m${wrapped}\u001b[${off}m`,
          text,
        );

/** The 16 ANSI colours of the person's own terminal. */
export const colourTheme = themeOf(coloured);
/** Weight and inversion only, for NO_COLOR and those who prefer it. */
export const monoTheme = themeOf(uncoloured);
/** The bare text. */
export const bareTheme: Theme = (_role, text) => text;
