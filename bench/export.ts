/**
 * `export --format fit` of a session of the heart routine as a whole process, beside an empty program, a plain script that writes the
 * same bytes, and gpsbabel turning that FIT file into CSV, where it is installed.
 * Equal work: the file decodes to as many pulses with the same sum as the journal holds. npm run bench -- export [--rounds N]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeFit } from '../src/exchange/fit/decode-fit.ts';
import { journalPaths } from '../src/journal/journal-paths.ts';
import { dayOf } from '../src/review/local-day.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { binary, isThere, node, ranWhole } from './process-run.ts';
import { msText, tell, times } from './row.ts';
import { writeYears } from './years.ts';

const goal = 2.5;
const place = mkdtempSync(join(tmpdir(), 'pulsepace-export-'));
writeYears(place, { days: 1, lastDay: dayOf('2026-11-24'), seed: 7 });
const [journal = ''] = journalPaths(place);
const out = join(place, 'session.fit');
const args = [binary, 'export', '--data-dir', place, '--format', 'fit', '--out', out, '--force'];
node([...args, '000000']);
const copied = join(place, 'plain.fit');
const plain = join(place, 'plain.mjs');
writeFileSync(
  plain,
  `import { readFileSync, writeFileSync } from 'node:fs';
const facts = readFileSync(${JSON.stringify(journal)}, 'utf8').trimEnd().split('\\n').map((line) => JSON.parse(line));
const sum = facts.reduce((all, { type, bpm }) => all + (type === 'measured' ? bpm : 0), 0);
writeFileSync(${JSON.stringify(copied)}, readFileSync(${JSON.stringify(out)}));
process.stdout.write(String(sum));`,
);
const babel = isThere('gpsbabel', '-V');
const csv = join(place, 'session.csv');
const convert = ['-i', 'garmin_fit', '-f', out, '-o', 'unicsv', '-F', csv];

const took = await interleaved(
  {
    floor: () => node(['-e', '0']),
    plain: () => node([plain]),
    ours: () => node([...args, '000000']),
    babel: babel ? () => ranWhole(convert, {}, 'gpsbabel') : undefined,
  },
  option('rounds', 15),
);
const { points } = decodeFit(readFileSync(out)).session;
const read = points.reduce((sum, { bpm = 0 }) => sum + bpm, 0);
const equal = sameWork({ journal: Number(took.plain.value), FIT: read });
rmSync(place, { recursive: true });

const ratio = took.ours.wallMs / took.floor.wallMs;
tell({
  what: '`export --format fit` of a session, whole process',
  floor: `node -e 0 ${msText(took.floor)}`,
  peers: [
    `a plain script that reads the journal and writes those bytes ${msText(took.plain)}, ${times(took.plain.wallMs / took.floor.wallMs)}`,
    took.babel === undefined
      ? 'gpsbabel not installed'
      : `gpsbabel FIT→CSV ${msText(took.babel)}, ${times(took.babel.wallMs / took.floor.wallMs)}`,
  ],
  ours: msText(took.ours),
  ratio: `${times(ratio)} (CPU ${times(took.ours.cpuMs / took.floor.cpuMs)})`,
  goal: `≤ ${goal}×`,
  reached: ratio <= goal,
  equal: `${points.length} pulses of sum ${equal} in the journal and in the file`,
});
