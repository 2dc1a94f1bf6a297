/** The pulses that lines of a journal hold, in order. */
export const measuredIn = (lines: readonly string[]): readonly number[] =>
  lines
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'measured')
    .map(({ bpm }) => bpm);
