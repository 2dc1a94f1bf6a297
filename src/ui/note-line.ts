import type { Typed } from './key-reader.ts';
import { plainText } from './plain-text.ts';

const longestText = 1000;
/** Of a paste no more is looked at; most of it could be what a line does not hold. */
const longestPaste = 4 * longestText;

export type NoteLine = {
  /** What was typed so far; undefined while the line is closed. */
  readonly text: () => string | undefined;
  readonly open: () => void;
  /** Whether it went into the line: every key and every paste does while it is open, but for Ctrl-C and Ctrl-Z. */
  readonly take: (typed: Typed) => boolean;
  /** Closes the line and stores what is in it, so that nothing typed is lost. */
  readonly close: () => void;
};

/** A line of text typed while a session runs; `store` is given it when the line is closed, empty where nothing was typed. */
export function createNoteLine(store: (text: string) => void): NoteLine {
  let text: string | undefined;

  function close(): void {
    if (text === undefined) return;
    const typed = text;
    text = undefined;
    store(typed);
  }

  return {
    text: () => text,
    open: () => {
      text ??= '';
    },
    take: (typed) => {
      if (text === undefined || typed.type === 'interrupt' || typed.type === 'suspend')
        return false;
      if (typed.type === 'character') text = withCharacter(text, typed.character);
      else if (typed.type === 'pasted') text = withPasted(text, typed.text);
      else if (typed.name === 'enter') close();
      else if (typed.name === 'backspace') text = Array.from(text).slice(0, -1).join('');
      else if (typed.name === 'clear-line') text = '';
      return true;
    },
    close,
  };
}

/** A paste is one line here, whatever it was: an Enter in it stores nothing. */
export const withPasted = (text: string, pasted: string): string =>
  Array.from(pasted.slice(0, longestPaste).replace(/[\s\p{Cc}]+/gu, ' ')).reduce(
    withCharacter,
    text,
  );

function withCharacter(text: string, character: string): string {
  const isPlain = character === ' ' || plainText(character) !== '';
  return isPlain && text.length < longestText ? text + character : text;
}
