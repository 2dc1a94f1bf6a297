import { cellWidth, cutToWidth } from '../ui/cell-width.ts';
import { bareTheme, colourTheme, type Role } from '../ui/theme.ts';
import type { Drawing } from './log-output.ts';

/** A line of text in pieces of one look each. */
export type Line = readonly { readonly text: string; readonly role: Role }[];

export const line = (text: string, role: Role = 'plain'): Line => [{ text, role }];

/** A text as lines of at most `width` columns, broken between words; later lines are indented like the first. */
export function wrapped(text: string, width: number, role: Role = 'plain'): Line[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of text.trim().split(' ')) {
    const longer = current === '' ? indent + word : `${current} ${word}`;
    if (current !== '' && cellWidth(longer) > width) {
      lines.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...lines, current].map((each) => line(cutToWidth(each, width), role));
}

/** The lines as text, each with its newline, in the looks and characters that were asked for. */
export function drawn(lines: readonly Line[], { colour, unicode = true }: Drawing): string {
  const theme = colour ? colourTheme : bareTheme;
  const spelled = (text: string): string => (unicode ? text : inAscii(text));
  return lines
    .map((pieces) => `${pieces.map(({ text, role }) => theme(role, spelled(text))).join('')}\n`)
    .join('');
}

const asciiOf: Readonly<Record<string, string>> = { '·': '-', '–': '-', '…': '~' };

/** One character for one; what ASCII has no like for becomes `?`, as wide as it was. */
const inAscii = (text: string): string =>
  text.replace(/[^ -~]/gu, (character) => asciiOf[character] ?? '?'.repeat(cellWidth(character)));
