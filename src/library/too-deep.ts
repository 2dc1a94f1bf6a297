const deepest = 40;
const widestIndent = 200;

/**
 * Where a text nests deeper than any routine, as an offset; undefined where it does not. A parser that calls itself
 * must not see such a text: near the end of its stack V8 may end the whole process. Brackets in quotes count too.
 */
export function tooDeepAt(text: string): number | undefined {
  let lineStart = 0;
  let brackets = 0;
  for (const line of text.split('\n')) {
    const at = lineStart + firstTooDeep(line);
    if (at >= lineStart) return at;
    for (const [offset, character] of [...line.matchAll(/[[\]{}]/g)].map(placed)) {
      brackets = Math.max(0, brackets + (character === '[' || character === '{' ? 1 : -1));
      if (brackets > deepest) return lineStart + offset;
    }
    lineStart += line.length + 1;
  }
  return undefined;
}

const placed = (match: RegExpExecArray): readonly [number, string] => [match.index, match[0]];

/** The offset in a line of the indicator or indent that is one too many; -1 where all is well. */
function firstTooDeep(line: string): number {
  const indent = line.length - line.trimStart().length;
  if (indent > widestIndent) return indent;
  const indicators = [...line.matchAll(/[-?:](?=\s|$)/g)];
  return indicators[deepest]?.index ?? -1;
}
