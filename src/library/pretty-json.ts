const width = 100;

/** JSON with each object on lines of its own, and each list on one line where it fits: as the project's files are. */
export const prettyJson = (value: unknown): string => pretty(value, '');

/** `column` is where the value begins. */
function pretty(value: unknown, indent: string, column = indent.length): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((each) => typeof each !== 'object' || each === null);
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    if (isFlat && column + line.length < width) return line;
    return enclosed(
      '[]',
      indent,
      value.map((each) => deeper + pretty(each, deeper)),
    );
  }
  const fields = Object.entries(value).map(([key, each]) => {
    const name = `${deeper}${JSON.stringify(key)}: `;
    return name + pretty(each, deeper, name.length);
  });
  return enclosed('{}', indent, fields);
}

const enclosed = (brackets: '[]' | '{}', indent: string, lines: readonly string[]): string =>
  lines.length === 0
    ? brackets
    : `${brackets.charAt(0)}\n${lines.join(',\n')}\n${indent}${brackets.charAt(1)}`;
