import type { Typed } from '../ui/key-reader.ts';
import { withPasted } from '../ui/note-line.ts';

/** Where a person is while browsing; sessions go by their place in the list, 0 the newest. */
export type Browsing = {
  readonly selected: number;
  /** The other session of a comparison. */
  readonly marked?: number;
  readonly mode:
    | { readonly name: 'list' | 'sure' }
    | { readonly name: 'session' | 'comparison'; readonly scroll: number }
    | { readonly name: 'note'; readonly text: string };
  readonly note?: string;
};

/** What the world is asked to do; the place in the list says with which session. */
export type BrowseWish = 'leave' | 'delete' | { readonly note: string };

export type BrowseStep = { readonly browsing: Browsing; readonly wish?: BrowseWish };

export const beginning: Browsing = { selected: 0, mode: { name: 'list' } };

const pageRows = 10;
const longestNote = 200;

/** What a key does among so many sessions, in a text that scrolls so far; a key that means nothing leaves all as it is. */
export function browsed(
  before: Browsing,
  typed: Typed,
  { sessions, mostScroll }: { readonly sessions: number; readonly mostScroll: number },
): BrowseStep {
  const { note: _said, ...browsing } = before;
  switch (browsing.mode.name) {
    case 'list':
      return inList(browsing, typed, sessions);
    case 'session':
    case 'comparison':
      return inText(browsing, browsing.mode, typed, mostScroll);
    case 'note':
      return inNote(browsing, browsing.mode.text, typed);
    case 'sure':
      return isCharacter(typed, 'y')
        ? { browsing: list(browsing), wish: 'delete' }
        : { browsing: { ...list(browsing), note: 'Nothing was deleted.' } };
  }
}

const list = (browsing: Browsing): Browsing => ({ ...browsing, mode: { name: 'list' } });

const isCharacter = (typed: Typed, character: string): boolean =>
  typed.type === 'character' && typed.character.toLowerCase() === character;

function inList(browsing: Browsing, typed: Typed, sessions: number): BrowseStep {
  if (isCharacter(typed, 'q') || isNamed(typed, 'end-of-input')) {
    return { browsing, wish: 'leave' };
  }
  const by = stepOf(typed);
  if (by !== undefined) {
    const selected = Math.max(0, Math.min(sessions - 1, browsing.selected + by));
    return { browsing: { ...browsing, selected } };
  }
  return sessions === 0 ? { browsing } : { browsing: opened(browsing, typed) };
}

function opened(browsing: Browsing, typed: Typed): Browsing {
  const { selected, marked } = browsing;
  if (isNamed(typed, 'enter') || isNamed(typed, 'right')) {
    return { ...browsing, mode: { name: 'session', scroll: 0 } };
  }
  if (isCharacter(typed, 'n')) return { ...browsing, mode: { name: 'note', text: '' } };
  if (isCharacter(typed, 'x')) return { ...browsing, mode: { name: 'sure' } };
  if (!isCharacter(typed, 'c')) return browsing;
  if (marked === undefined) {
    return { ...browsing, marked: selected, note: 'Marked: c on another compares the two.' };
  }
  const { marked: _marked, ...unmarked } = browsing;
  if (marked === selected) return { ...unmarked, note: 'No longer marked.' };
  return { ...browsing, mode: { name: 'comparison', scroll: 0 } };
}

function inText(
  browsing: Browsing,
  { name, scroll }: { readonly name: 'session' | 'comparison'; readonly scroll: number },
  typed: Typed,
  mostScroll: number,
): BrowseStep {
  const by = stepOf(typed);
  if (by !== undefined) {
    const to = Math.max(0, Math.min(mostScroll, scroll + by));
    return { browsing: { ...browsing, mode: { name, scroll: to } } };
  }
  if (isNamed(typed, 'end-of-input')) return { browsing, wish: 'leave' };
  const isBack =
    isCharacter(typed, 'q') || isCharacter(typed, 'b') || isNamed(typed, 'left', 'backspace');
  if (!isBack) return { browsing };
  const { marked: _marked, ...unmarked } = browsing;
  return { browsing: list(name === 'comparison' ? unmarked : browsing) };
}

function inNote(browsing: Browsing, text: string, typed: Typed): BrowseStep {
  const writing = (written: string): BrowseStep => ({
    browsing: { ...browsing, mode: { name: 'note', text: written.slice(0, longestNote) } },
  });
  if (typed.type === 'character') return writing(text + typed.character);
  if (typed.type === 'pasted') return writing(withPasted(text, typed.text));
  if (isNamed(typed, 'backspace')) return writing([...text].slice(0, -1).join(''));
  if (!isNamed(typed, 'enter', 'end-of-input')) return { browsing };
  if (text.trim() === '') return { browsing: { ...list(browsing), note: 'No note was added.' } };
  return { browsing: list(browsing), wish: { note: text } };
}

const isNamed = (typed: Typed, ...names: readonly string[]): boolean =>
  typed.type === 'named' && names.includes(typed.name);

function stepOf(typed: Typed): number | undefined {
  if (typed.type !== 'named') return undefined;
  switch (typed.name) {
    case 'up':
      return -1;
    case 'down':
      return 1;
    case 'page-up':
      return -pageRows;
    case 'page-down':
      return pageRows;
    case 'home':
      return Number.NEGATIVE_INFINITY;
    case 'end':
      return Number.POSITIVE_INFINITY;
    default:
      return undefined;
  }
}
