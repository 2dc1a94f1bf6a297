/** Keys that have a name instead of a character. */
type KeyName =
  | 'up'
  | 'down'
  | 'right'
  | 'left'
  | 'home'
  | 'end'
  | 'page-up'
  | 'page-down'
  | 'enter'
  | 'backspace'
  | 'tab'
  | 'clear-line'
  | 'end-of-input';

/** What a person typed: a character, a named key, or one of the two that are the process's business. */
export type Typed =
  | { readonly type: 'character'; readonly character: string }
  | { readonly type: 'named'; readonly name: KeyName }
  | { readonly type: 'interrupt' }
  | { readonly type: 'suspend' };

/** Input arriving this soon after a paste belongs to it. */
const pasteQuietMs = 150;
/** A sequence cut in two by the terminal goes on within this time; a lone ESC does not. */
const sequenceMs = 50;
/** More characters at once than hands type: a paste, or noise. */
const mostTyped = 6;

/**
 * Makes keys out of a terminal's raw input. Other escape sequences (mouse, answers) and pastes, however long and however
 * cut, mean nothing; nor does a lone ESC. `atMs` is any clock that runs forward.
 */
export function createKeyReader(): (chunk: string, atMs: number) => readonly Typed[] {
  let unfinished = '';
  let unfinishedMs = 0;
  let pastedMs = Number.NEGATIVE_INFINITY;

  return (chunk, atMs) => {
    const isContinued = unfinished !== '' && atMs - unfinishedMs <= sequenceMs;
    const { tokens, rest } = parted(isContinued ? unfinished + chunk : chunk);
    unfinished = rest.slice(-64);
    unfinishedMs = atMs;
    const characters = tokens.filter((token) => !token.startsWith(esc));
    const isPaste = characters.length > mostTyped || chunk.length > 256;
    if (isPaste || atMs - pastedMs <= pasteQuietMs) {
      pastedMs = atMs;
      return [];
    }
    return tokens.map(typed).filter((each) => each !== undefined);
  };
}

const esc = '\u001b';

const names: Readonly<Record<string, KeyName>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  '1~': 'home',
  '4~': 'end',
  '5~': 'page-up',
  '6~': 'page-down',
  '\r': 'enter',
  '\n': 'enter',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\t': 'tab',
  '\u0015': 'clear-line',
  '\u0004': 'end-of-input',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: a named key's sequence begins with ESC.
const named = /^\u001b[[O]/;

function typed(token: string): Typed | undefined {
  if (token === '\u0003') return { type: 'interrupt' };
  if (token === '\u001a') return { type: 'suspend' };
  const key = token.replace(named, '');
  const name = token < ' ' || token === '\u007f' ? names[key] : undefined;
  if (name !== undefined) return { type: 'named', name };
  return token < ' ' || token === '\u007f' ? undefined : { type: 'character', character: token };
}

const sequences = [
  // X10 mouse: three bytes of any value follow.
  '\\u001b\\[M[\\s\\S]{3}',
  '\\u001b\\[(?!M)[0-?]*[ -/]*[@-~]',
  '\\u001bO[\\s\\S]',
  '\\u001b[\\]P_^X][\\s\\S]*?(?:\\u0007|\\u001b\\\\)',
  // Alt with a key.
  '\\u001b[^\\u001b\\[O\\]P_^X]',
].join('|');
const token = new RegExp(`${sequences}|[\\s\\S]`, 'gu');

/** The characters and whole sequences of an input, and what may be the beginning of one more. */
function parted(input: string): { tokens: readonly string[]; rest: string } {
  const tokens: readonly string[] = input.match(token) ?? [];
  const at = tokens.indexOf(esc);
  return at < 0
    ? { tokens, rest: '' }
    : { tokens: tokens.slice(0, at), rest: tokens.slice(at).join('') };
}
