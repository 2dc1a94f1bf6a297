/**
 * The summary of a ten-hour session from its journal, beside JSON.parse a line, and the same with zod a line.
 * Equal work: the count of facts and the sum of all pulses agree.
 * npm run bench -- open-session [--rounds N] [--hours N]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalPaths } from '../src/journal/journal-paths.ts';
import { readJournal } from '../src/journal/read-journal.ts';
import { dayOf } from '../src/review/local-day.ts';
import { summarize } from '../src/review/summary.ts';
import { type Fact, factSchema } from '../src/session/facts.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { type Parsed, parseLines } from './parse-lines.ts';
import { msText, tell, times } from './row.ts';
import { writeYears } from './years.ts';

const hours = option('hours', 10);
const place = mkdtempSync(join(tmpdir(), 'pulsepace-open-'));
writeYears(place, { days: 1, lastDay: dayOf('2026-11-24'), seed: 7, openMinutes: hours * 60 });
const [path = ''] = journalPaths(place);

const took = await interleaved(
  {
    floor: () => parseLines(path),
    zod: () =>
      workOf(
        readFileSync(path, 'utf8')
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => factSchema.parse(JSON.parse(line))),
      ),
    read: () => readJournal(path).facts,
    ours: () => {
      const { header, facts } = readJournal(path);
      return { summary: summarize(header, facts), facts };
    },
  },
  option('rounds', 15),
);
rmSync(place, { recursive: true });
const { summary, facts } = took.ours.value as {
  summary: ReturnType<typeof summarize>;
  facts: Fact[];
};

tell({
  what: `open a ${hours} h session`,
  floor: `JSON.parse a line ${msText(took.floor)}`,
  peers: [`JSON.parse and zod a line ${msText(took.zod)}`],
  ours: `${msText(took.ours)}, of which reading ${msText(took.read)}`,
  ratio: times(took.ours.wallMs / took.floor.wallMs),
  goal: 'summary ≤ 1.5× JSON.parse a line',
  reached: took.ours.wallMs <= 1.5 * took.floor.wallMs,
  equal: `${sameWork({ floor: took.floor.value, zod: took.zod.value, ours: workOf(facts) })}; the summary says ${Math.round(summary.durationS / 60)} minutes`,
});

function workOf(list: readonly Fact[]): Parsed {
  const bpmSum = list.reduce((sum, fact) => sum + (fact.type === 'measured' ? fact.bpm : 0), 0);
  return { facts: list.length, bpmSum, endMs: list.at(-1)?.atMs ?? 0 };
}
