/** What a key asks of the list of straps. */
export type PickerKey =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'line'; readonly number: number }
  | { readonly type: 'take' | 'search' | 'leave' | 'interrupt' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: an arrow key sends ESC.
const keys = /\u001b(?:\[|O)([A-D])|\u001b[^\u001b]?|[^\u001b]/g;

/** The keys in what a terminal sent; an unknown one, a lone ESC among them, means nothing. */
export function pickerKeys(chunk: string): readonly PickerKey[] {
  return [...chunk.matchAll(keys)]
    .map(([key, arrow]) => (arrow === undefined ? ofCharacter(key) : ofArrow(arrow)))
    .filter((key) => key !== undefined);
}

function ofArrow(arrow: string): PickerKey | undefined {
  if (arrow === 'A') return { type: 'move', by: -1 };
  return arrow === 'B' ? { type: 'move', by: 1 } : undefined;
}

function ofCharacter(character: string): PickerKey | undefined {
  if (/^[1-9]$/.test(character)) return { type: 'line', number: Number(character) };
  switch (character.toLowerCase()) {
    case 'y':
    case '\r':
      return { type: 'take' };
    case 's':
      return { type: 'search' };
    case 'q':
    case '\u0004':
      return { type: 'leave' };
    case '\u0003':
      return { type: 'interrupt' };
    default:
      return undefined;
  }
}
