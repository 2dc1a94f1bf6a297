import { hanging } from '../hanging.ts';
import { visible } from '../visible.ts';
import type { Finding } from './finding.ts';

const MARGIN = 9;

/**
 * One line a finding, its commands below it; plain words, so that it reads without colour. On a terminal of `width` columns
 * sentences are broken between words, commands never.
 */
export function doctorText(findings: readonly Finding[], width = Number.POSITIVE_INFINITY): string {
  return findings
    .flatMap(({ status, sentence, command }) => [
      ...hanging(status.padEnd(MARGIN), sentence, width),
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
