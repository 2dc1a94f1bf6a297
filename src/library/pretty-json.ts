const width = 100;

/** JSON with each object on lines of its own, and each list on one line where it fits: as the project's files are. */
export const prettyJson = (value: unknown): string => pretty(value, '');

/** `column` is where the value begins, `commas` how many follow it on its line. */
function pretty(value: unknown, indent: string, column = indent.length, commas = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((each) => typeof each !== 'object' || each === null);
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    if (isFlat && column + line.length + commas <= width) return line;
    return enclosed(
      '[]',
      indent,
      value.map((each, index) => {
        const follows = index < value.length - 1 ? 1 : 0;
        return deeper + pretty(each, deeper, deeper.length, follows);
      }),
    );
  }
  const entries = Object.entries(value);
  const fields = entries.map(([key, each], index) => {
    const name = `${deeper}${JSON.stringify(key)}: `;
    return name + pretty(each, deeper, name.length, index < entries.length - 1 ? 1 : 0);
  });
  return enclosed('{}', indent, fields);
}

const enclosed = (brackets: '[]' | '{}', indent: string, lines: readonly string[]): string =>
  lines.length === 0
    ? brackets
    : `${brackets.charAt(0)}\n${lines.join(',\n')}\n${indent}${brackets.charAt(1)}`;
