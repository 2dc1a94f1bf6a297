import { ExchangeError } from '../exchange-error.ts';

/** What an XML file consists of, in order. Names are without their prefix. */
export type XmlVisitor = {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  /** The text before a closing tag, without its markup. */
  readonly close: (name: string, text: string) => void;
};

const deepest = 64;
/** Longer markup than any of TCX; the rest of such a file is not searched for its end. */
const longestTag = 65_536;

const known: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Reads XML once from beginning to end without building anything, so that nothing in it can grow: a DOCTYPE (and with
 * it every entity but XML's own five) is refused, and so is more than 64 levels. Returns where it broke off, in words;
 * undefined where all tags close.
 */
export function visitXml(text: string, visitor: XmlVisitor): string | undefined {
  const open: string[] = [];
  let textFrom = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = skippedTo(text, at);
    if (skipped !== undefined) {
      if (skipped < 0) return brokenAt(text, at);
      at = skipped;
      continue;
    }
    const end = tagEnd(text, at);
    if (end < 0) return brokenAt(text, at);
    const tag = text.slice(at + 1, end);
    if (tag.startsWith('/')) {
      const name = localName(tag.slice(1));
      if (open.pop() !== name) return brokenAt(text, at);
      visitor.close(name, textIn(text.slice(textFrom, at)));
    } else {
      openTag(tag, open, visitor);
    }
    at = end + 1;
    textFrom = at;
  }
  return open.length > 0 ? 'it is cut off before its last tags close' : undefined;
}

function openTag(tag: string, open: string[], visitor: XmlVisitor): void {
  const isEmpty = tag.endsWith('/');
  const name = localName(tag);
  if (open.length >= deepest) {
    throw new ExchangeError(`it is nested more than ${deepest} deep, which no TCX file is`, 2);
  }
  visitor.open(name, (wanted) => attributeOf(tag, wanted));
  if (isEmpty) visitor.close(name, '');
  else open.push(name);
}

/** Behind a comment, an instruction or CDATA; -1 where it does not end, undefined where it is a tag. */
function skippedTo(text: string, at: number): number | undefined {
  const second = text[at + 1];
  if (second === '?') return behind(text, '?>', at);
  if (second !== '!') return undefined;
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  if (text.startsWith(cdata, at)) return behind(text, ']]>', at);
  throw new ExchangeError('it has a DOCTYPE, which no TCX file has and which is not read', 2);
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The `>` of a tag, quoted ones passed over; -1 where there is none. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  const last = Math.min(text.length, from + longestTag);
  for (let at = from; at < last; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

const localName = (tag: string): string => /^(?:[^\s:/]*:)?([^\s:/]*)/.exec(tag)?.[1] ?? '';

function attributeOf(tag: string, wanted: string): string | undefined {
  for (const [, name, double, single] of tag.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name !== undefined && localName(name) === wanted) return unescaped(double ?? single ?? '');
  }
  return undefined;
}

/** Without comments and instructions, CDATA as it stands. */
function textIn(markup: string): string {
  if (!markup.includes('<')) return unescaped(markup);
  const parts = markup.split(/(<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>)/);
  return parts
    .map((part) => {
      if (part.startsWith(cdata)) return part.slice(cdata.length, -']]>'.length);
      return part.startsWith('<') ? '' : unescaped(part);
    })
    .join('');
}

const cdata = '<![CDATA[';

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?)?([0-9a-zA-Z]{1,8});/g, (whole, number: string | undefined, word) => {
    if (number === undefined) return known[word] ?? whole;
    const code = Number.parseInt(word, number === '#x' ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const brokenAt = (text: string, at: number): string => {
  const line = text.slice(0, at).split('\n').length;
  return `it makes no sense from line ${line} on`;
};
