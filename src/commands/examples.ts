/** The examples of a command's help, one a line. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ pulsepace ${line}\n`).join('')}`;
