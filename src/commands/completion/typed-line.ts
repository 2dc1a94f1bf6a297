/** A command line up to the cursor: its whole words, and the beginning of the one that is being typed. */
export type TypedLine = { readonly words: readonly string[]; readonly current: string };

type Reading = { words: string[]; current: string; quote: string; isEscaped: boolean };

/** Reads a line as shells do, quotes and backslashes taken away. The last word is current, even if it is empty. */
export function typedLine(line: string): TypedLine {
  const reading: Reading = { words: [], current: '', quote: '', isEscaped: false };
  for (const character of line) take(reading, character);
  return { words: reading.words, current: reading.current };
}

function take(reading: Reading, character: string): void {
  if (reading.isEscaped) {
    reading.current += character;
    reading.isEscaped = false;
  } else if (character === '\\' && reading.quote !== "'") {
    reading.isEscaped = true;
  } else if (reading.quote !== '') {
    if (character === reading.quote) reading.quote = '';
    else reading.current += character;
  } else if (character === '"' || character === "'") {
    reading.quote = character;
  } else if (/\s/.test(character)) {
    if (reading.current !== '') reading.words.push(reading.current);
    reading.current = '';
  } else {
    reading.current += character;
  }
}
