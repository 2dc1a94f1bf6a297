/** RR text, one interval in ms a line; blank lines and `#` comments are passed over. */
export type RrText = {
  readonly rrIntervalsMs: readonly number[];
  readonly badLines: readonly number[];
};

const longestMs = 60_000;

/** Reads RR text; lines that are no interval are counted by their number (from 1), never guessed at. */
export function parseRrText(text: string): RrText {
  const rrIntervalsMs: number[] = [];
  const badLines: number[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const ms = /^\d{1,6}(\.\d{1,12})?$/.test(line) ? Number(line) : Number.NaN;
    if (ms > 0 && ms <= longestMs) rrIntervalsMs.push(ms);
    else badLines.push(index + 1);
  }
  return { rrIntervalsMs, badLines };
}
