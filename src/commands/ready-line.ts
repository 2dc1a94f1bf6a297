import { readFileSync } from 'node:fs';

/** The options of a command, each with the name of its value, and whether a word follows that is this value. */
export type LineShape = Readonly<
  Record<string, { readonly attribute: string; readonly takesWord: boolean }>
>;

export type ReadyLine = {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | true>>;
};

const written = new URL('lines.json', import.meta.url);

/**
 * What stands behind a command's name, as commander would read it, of whose table the bundle keeps the options. Undefined for
 * what is unusual or wrong in any way, which commander is to read, and in a checkout.
 */
export function readyLine(name: string, args: readonly string[]): ReadyLine | undefined {
  try {
    const shapes: Record<string, LineShape> = JSON.parse(readFileSync(written, 'utf8'));
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    return shape && lineIn(shape, args);
  } catch {
    return undefined;
  }
}

/** Undefined unless every argument is a word, or an option of the shape with its word behind it. */
export function lineIn(shape: LineShape, args: readonly string[]): ReadyLine | undefined {
  const words: string[] = [];
  const flags: Record<string, string | true> = {};
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (!arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const option = Object.hasOwn(shape, arg) ? shape[arg] : undefined;
    if (option === undefined) return undefined;
    const value = option.takesWord ? left.shift() : true;
    if (value === undefined || (value !== true && isOption(value))) return undefined;
    flags[option.attribute] = value;
  }
  return { words, flags };
}

/** Commander takes any word behind an option for its value; one that looks like an option may be a slip. */
const isOption = (word: string): boolean => word.startsWith('-') && word !== '-';
