import { readFileSync } from 'node:fs';

export type Parsed = {
  readonly facts: number;
  readonly bpmSum: number;
  /** When the last fact was. */
  readonly endMs: number;
};

/** The floor of every reading of a journal: JSON.parse a line, nothing checked. */
export function parseLines(path: string): Parsed {
  let [facts, bpmSum, endMs] = [-1, 0, 0];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const { type, bpm, atMs } = JSON.parse(line);
    if (type === 'measured') bpmSum += bpm;
    if (atMs > endMs) endMs = atMs;
    facts += 1;
  }
  return { facts, bpmSum, endMs };
}
