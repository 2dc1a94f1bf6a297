import { expect } from 'vitest';

/**
 * A text from outside with everything a terminal obeys: CSI, OSC 8 and 52, C1, line breaks, a right-to-left override, a
 * lone surrogate. The letters before and behind show that it arrived.
 */
export const hostile = (tag: string, more = ''): string =>
  `${tag}a\u001b[5m\u001b]52;c;cQ==\u0007\u001b]8;;x:\u001b\\\u009b6n\u009dq\u009c\u0085\r\n\u202e\u2066${more}${tag}z`;

export const loneSurrogate = '\ud83d';
export const manyMarks = '\u0301'.repeat(1000);

const own = [
  // Colours and weights of ours; blinking (5), which is planted, is none of them.
  '\\[(?:(?:[0-2]|4|7|2[1-9]|3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:;|(?=m)))*m',
  '\\[\\d*(?:;\\d+)?[A-HJKX]',
  '\\[\\?(?:7|25|1049|2004|2026)[hl]',
].map((sequence) => new RegExp(`\\u001b${sequence}`, 'g'));
const obeyed = /(?![\r\n])[\p{C}\p{Zl}\p{Zp}]/u;
const heap = /\p{M}{8}/u;

/** JSON keeps letters as they are, accents in a heap among them. Fails with the place where a terminal, or whoever reads a file, is given anything to obey that is not our own. */
export function expectHarmless(written: string, what: string): void {
  const rest = own.reduce((text, sequence) => text.replace(sequence, ''), written);
  const isData = what.includes('json');
  for (const found of [obeyed.exec(rest), isData ? null : heap.exec(rest)]) {
    if (found === null) continue;
    const around = rest.slice(Math.max(0, found.index - 60), found.index + 40);
    expect.fail(`${what} was given ${JSON.stringify(found[0])} in ${JSON.stringify(around)}`);
  }
}
