import { visible } from '../visible.ts';
import type { Finding } from './finding.ts';

const MARGIN = 9;

/** One line a finding, its commands below it; plain words, so that it reads without colour. */
export function doctorText(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ status, sentence, command }) => [
      `${status.padEnd(MARGIN)}${sentence}`,
      ...(command ?? '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `${' '.repeat(MARGIN)}$ ${line}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

export function doctorJson(findings: readonly Finding[]): string {
  return `${visible(JSON.stringify({ schema: 'pulsepace/doctor/1', findings }, null, 2))}\n`;
}
