/** What a person typed: a character, or the two control keys that are not the session's business. */
export type Typed =
  | { readonly type: 'character'; readonly character: string }
  | { readonly type: 'interrupt' }
  | { readonly type: 'suspend' };

/** Input arriving this soon after a paste belongs to it. */
const pasteQuietMs = 150;
/** A sequence cut in two by the terminal goes on within this time; a lone ESC does not. */
const sequenceMs = 50;
/** More characters at once than hands type: a paste, or noise. */
const mostTyped = 6;

/**
 * Makes keys out of a terminal's raw input. Escape sequences (arrows, mouse, answers) and pastes, however long and
 * however cut, mean nothing; nor does a lone ESC. `atMs` is any clock that runs forward.
 */
export function createKeyReader(): (chunk: string, atMs: number) => readonly Typed[] {
  let unfinished = '';
  let unfinishedMs = 0;
  let pastedMs = Number.NEGATIVE_INFINITY;

  return (chunk, atMs) => {
    const isContinued = unfinished !== '' && atMs - unfinishedMs <= sequenceMs;
    const { characters, rest } = withoutSequences(isContinued ? unfinished + chunk : chunk);
    unfinished = rest.slice(-64);
    unfinishedMs = atMs;
    const isPaste = characters.length > mostTyped || chunk.length > 256;
    if (isPaste || atMs - pastedMs <= pasteQuietMs) {
      pastedMs = atMs;
      return [];
    }
    return [...characters].map(typed).filter((each) => each !== undefined);
  };
}

function typed(character: string): Typed | undefined {
  if (character === '\u0003') return { type: 'interrupt' };
  if (character === '\u001a') return { type: 'suspend' };
  return character < ' ' || character === '\u007f' ? undefined : { type: 'character', character };
}

const patterns = [
  // X10 mouse: three bytes of any value follow.
  '\\u001b\\[M[\\s\\S]{3}',
  '\\u001b\\[(?!M)[0-?]*[ -/]*[@-~]',
  '\\u001bO[\\s\\S]',
  '\\u001b[\\]P_^X][\\s\\S]*?(?:\\u0007|\\u001b\\\\)',
  // Alt with a key.
  '\\u001b[^\\u001b\\[O\\]P_^X]',
].join('|');
const sequences = new RegExp(patterns, 'g');

function withoutSequences(input: string): { characters: string; rest: string } {
  const left = input.replace(sequences, '');
  const at = left.indexOf('\u001b');
  return at < 0
    ? { characters: left, rest: '' }
    : { characters: left.slice(0, at), rest: left.slice(at) };
}
