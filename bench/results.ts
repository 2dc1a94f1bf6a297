import { existsSync, readFileSync } from 'node:fs';
import { here } from './process-run.ts';
import type { Row } from './row.ts';

export type Run = {
  readonly machine: string;
  /** Benches that ended with an error, such as one whose values were not the same. */
  readonly failed: readonly string[];
  readonly minutes: number;
  /** Options it was given, which make it other than a full run. */
  readonly args: readonly string[];
};

const packages = ['ink', 'react', 'rxjs', 'zod', 'lowdb', 'fit-file-parser'] as const;
const byHand = [
  ['hour', 'memory and its growth, CPU and bytes over an hour in real time'],
  ['loop', 'the developer’s loop: `npm ci`, build, check, tests from clean'],
] as const;

/** All rows as one table, with what was measured where, and what proves that the work was the same. */
export function resultsText(rows: readonly Row[], { machine, failed, minutes, args }: Run): string {
  const options = args.length === 0 ? '' : `, with ${args.join(' ')}`;
  return `${[
    '# What was measured',
    '',
    `\`npm run bench\` wrote this in ${minutes.toFixed(1)} minutes${options}. ${machine}`,
    `With ${versions().join(', ')}.`,
    '',
    'Absolute times are those of this machine on that day; the ratios, to floors and peers interleaved in the same run, are',
    'what counts. Times are medians, CPU a mean over the rounds that includes children. A single `npm run bench -- NAME`',
    'writes nothing here.',
    ...(failed.length === 0 ? [] : ['', `**Failed, and so without rows: ${failed.join(', ')}.**`]),
    '',
    '| what | floor | peers | ours | ratio | goal | reached? |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(rowText),
    '',
    '## That the work was the same, and notes',
    '',
    ...rows.flatMap(({ what, equal, notes = [] }) => [
      `- ${what}: ${equal}${notes.map((note) => `; ${note}`).join('')}`,
    ]),
    '',
    '## Run by hand',
    '',
    ...byHand.flatMap(([name, what]) => [
      `\`npm run bench -- ${name}\`: ${what}.`,
      '',
      ...kept(name),
    ]),
  ].join('\n')}`;
}

function rowText({ what, floor, peers = [], ours, ratio, goal, reached }: Row): string {
  const isReached = reached === undefined ? '–' : reached ? 'yes' : '**no**';
  const cells = [what, floor, peers.join(' · ') || '–', ours, ratio, goal, isReached];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function kept(name: string): readonly string[] {
  const file = here(`${name}.txt`);
  if (!existsSync(file)) return ['Not run yet.', ''];
  return ['```', readFileSync(file, 'utf8').trimEnd(), '```', ''];
}

function versions(): readonly string[] {
  const lock = JSON.parse(readFileSync(here('../package-lock.json'), 'utf8'));
  return packages.map((name) => `${name} ${lock.packages[`node_modules/${name}`].version}`);
}
