/**
 * Ten years of daily sessions: `log list` and `trends` from the catalogue, in the process, beside lowdb + zod of the same
 * file and JSON.parse of it. Equal work: all read as many sessions, with the same sum of minutes.
 * npm run bench -- ten-years [--rounds N] [--days N]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import * as z from 'zod';
import { catalogueDoor } from '../src/commands/doors/catalogue.ts';
import { logList } from '../src/commands/log-list.ts';
import { sessionCatalogue } from '../src/commands/session-catalogue.ts';
import { renderTrends } from '../src/commands/trends-text.ts';
import { dayOf } from '../src/review/local-day.ts';
import { trendsOf } from '../src/review/trends.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { msText, tell, times } from './row.ts';
import { writeYears } from './years.ts';

const days = option('days', 3650);
const lastDay = dayOf('2026-11-24');
const stderr = { write: () => true };
const drawing = { width: 80, colour: false };
const place = mkdtempSync(join(tmpdir(), 'pulsepace-years-'));
writeYears(place, { days, lastDay, seed: 3 });
await sessionCatalogue({ stderr }, place);
const path = join(place, 'catalogue.json');
const text = readFileSync(path, 'utf8');

/** What of an entry is needed to compare: the rest of it is checked by the schema all the same. */
type Entry = { readonly figures: { readonly durationMs: number } };
const fileSchema = z.object({ catalogue: catalogueDoor.schema() });
type File = { readonly catalogue: { readonly entries: readonly Entry[] } };

const took = await interleaved(
  {
    parse: () => workOf(entriesIn(JSON.parse(text))),
    lowdb: async () => {
      const low = new Low<unknown>(new JSONFile(path), {});
      await low.read();
      return workOf(fileSchema.parse(low.data).catalogue.entries);
    },
    read: async () => workOf((await sessionCatalogue({ stderr }, place)).sessions),
    list: async () => {
      let drawn = '';
      const stdout = { write: (out: string) => (drawn += out) };
      logList(place, await sessionCatalogue({ stderr }, place), { stdout, stderr }, drawing);
      return drawn;
    },
    trends: async () => {
      const { sessions } = await sessionCatalogue({ stderr }, place);
      const found = trendsOf(
        sessions.map(({ figures }) => figures),
        { today: lastDay, weeks: 12, person: {}, plans: [] },
      );
      return renderTrends(found, drawing);
    },
  },
  option('rounds', 15),
);
rmSync(place, { recursive: true });
const equal = sameWork({
  parse: took.parse.value,
  lowdb: took.lowdb.value,
  ours: took.read.value,
});
const listed = String(took.list.value).trimEnd().split('\n').length;
if (listed < days) throw new Error(`Of ${days} sessions ${listed} lines were listed.`);

for (const name of ['list', 'trends'] as const) {
  const { wallMs } = took[name];
  tell({
    what: `ten years (${days} sessions): ${name}`,
    floor: `JSON.parse ${msText(took.parse)}`,
    peers: [`lowdb + zod ${msText(took.lowdb)}`],
    ours: `${msText(took[name])}, of which reading ${msText(took.read)}`,
    ratio: `${times(wallMs / took.lowdb.wallMs)} of lowdb + zod, ${times(wallMs / took.parse.wallMs)} of JSON.parse`,
    goal: '≤ 1.5× lowdb + zod, in the process',
    reached: wallMs <= 1.5 * took.lowdb.wallMs,
    equal: `${equal}; ${name === 'list' ? `${listed} lines` : `${String(took.trends.value).length} characters drawn`}`,
  });
}

function entriesIn(data: unknown): readonly Entry[] {
  return (data as File).catalogue.entries;
}

function workOf(entries: readonly Entry[]) {
  const minutes = entries.reduce((sum, { figures }) => sum + figures.durationMs, 0) / 60_000;
  return { sessions: entries.length, minutes: Math.round(minutes) };
}
