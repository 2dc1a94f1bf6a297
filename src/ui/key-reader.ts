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

/** What a person typed: a character, a named key, or one of the two that are the process's business; or pasted: no key. */
export type Typed =
  | { readonly type: 'character'; readonly character: string }
  | { readonly type: 'pasted'; readonly text: string }
  | { readonly type: 'named'; readonly name: KeyName }
  | { readonly type: 'interrupt' }
  | { readonly type: 'suspend' };

/** Input arriving this soon after a paste belongs to it; longer where its end is still to be marked, and not for ever. */
const pasteQuietMs = 150;
const markedQuietMs = 1000;
/** A sequence cut in two by the terminal goes on within this time; a lone ESC does not. */
const sequenceMs = 50;
/** More characters at once than hands type: a paste, or noise. */
const mostTyped = 6;
/** So many sequences at once are no held arrow key either. */
const mostTokens = 80;
/** Around what is pasted, where the terminal was asked to say so. */
const pasteBegins = '\u001b[200~';
const pasteEnds = '\u001b[201~';

/**
 * Makes keys out of a terminal's raw input. Other escape sequences (mouse, answers) mean nothing, nor does a lone ESC. A
 * paste, however long and however cut, is its characters and no key, Ctrl-C among them. `atMs` is any clock that runs forward.
 */
export function createKeyReader(): (chunk: string, atMs: number) => readonly Typed[] {
  let unfinished = '';
  let unfinishedMs = 0;
  let pastedMs = Number.NEGATIVE_INFINITY;
  let isMarked = false;

  return (chunk, atMs) => {
    const isContinued = unfinished !== '' && atMs - unfinishedMs <= sequenceMs;
    const { tokens, rest } = parted(isContinued ? unfinished + chunk : chunk);
    unfinished = rest.slice(-64);
    unfinishedMs = atMs;
    if (tokens.includes(pasteBegins)) {
      isMarked = true;
      pastedMs = atMs;
    }
    const end = isMarked ? tokens.lastIndexOf(pasteEnds) : -1;
    if (end < 0) return meant(tokens, atMs);
    isMarked = false;
    pastedMs = Number.NEGATIVE_INFINITY;
    return [...pasted(tokens.slice(0, end)), ...meant(tokens.slice(end + 1), atMs)];
  };

  function meant(tokens: readonly string[], atMs: number): readonly Typed[] {
    const characters = tokens.filter((each) => !each.startsWith(esc));
    const isPaste = characters.length > mostTyped || tokens.length > mostTokens;
    if (!isPaste && atMs - pastedMs > (isMarked ? markedQuietMs : pasteQuietMs)) {
      isMarked = false;
      return tokens.map(typed).filter((each) => each !== undefined);
    }
    pastedMs = atMs;
    return pasted(tokens);
  }
}

function pasted(tokens: readonly string[]): readonly Typed[] {
  const text = tokens.filter((each) => !each.startsWith(esc)).join('');
  return text === '' ? [] : [{ type: 'pasted', text }];
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
