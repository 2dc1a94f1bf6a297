import { appendFileSync } from 'node:fs';
import { env, stdout } from 'node:process';
import type { Took } from './interleaved.ts';

/** One line of the table of results. */
export type Row = {
  readonly what: string;
  readonly floor: string;
  readonly peers?: readonly string[];
  readonly ours: string;
  readonly ratio: string;
  readonly goal: string;
  /** Undefined where it cannot be told here; the notes say why. */
  readonly reached: boolean | undefined;
  /** The values that prove that all did the same work. */
  readonly equal: string;
  readonly notes?: readonly string[];
};

/** Says a row, and hands it to the run of all benches where there is one. */
export function tell(row: Row): void {
  const parts = [
    ['floor', row.floor],
    ...(row.peers ?? []).map((peer) => ['peer', peer]),
    ['ours', row.ours],
    ['ratio', row.ratio],
    ['goal', `${row.goal}: ${verdict(row.reached)}`],
    ['equal', row.equal],
    ...(row.notes ?? []).map((note) => ['note', note]),
  ];
  const lines = parts.map(([word, text]) => `  ${word?.padEnd(7)}${text}`);
  stdout.write(`${row.what}\n${lines.join('\n')}\n`);
  if (env.PULSEPACE_BENCH_ROWS !== undefined) {
    appendFileSync(env.PULSEPACE_BENCH_ROWS, `${JSON.stringify(row)}\n`);
  }
}

export const verdict = (reached: boolean | undefined): string =>
  reached === undefined ? 'not told' : reached ? 'reached' : 'NOT REACHED';

/** Wall time, and processor time beside it. */
export const msText = ({ wallMs, cpuMs }: Pick<Took, 'wallMs' | 'cpuMs'>): string =>
  `${short(wallMs)} ms (CPU ${short(cpuMs)})`;

export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;

const short = (ms: number): string => ms.toFixed(ms < 1 ? 3 : ms < 100 ? 1 : 0);
