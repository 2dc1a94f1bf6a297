import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { lineOf } from '../../src/journal/line.ts';
import type { Fact } from '../../src/session/facts.ts';
import { pacedSession } from '../exchange/stories.ts';
import { stepsOf } from '../session/story.ts';
import { hostile, loneSurrogate, manyMarks } from './hostile-text.ts';

const dataOf = (home: string): string => join(home, '.local/share/pulsepace');

/** A routine file whose every text is hostile; YAML's escapes carry what no editor shows. */
export function plantRoutine(home: string): void {
  const folder = join(home, '.config/pulsepace/routines');
  mkdirSync(folder, { recursive: true });
  const text = (tag: string): string =>
    JSON.stringify(hostile(tag)).replaceAll('\u0085', '\\x85').replaceAll('\u009b', '\\x9b');
  const step = (tag: string) =>
    [
      `  - id: ${tag.toLowerCase()}`,
      `    name: ${text(`${tag}step`)}`,
      '    posture: sitting',
      `    prompt: [${text(`${tag}prompt`)}, "$(id)", "../../x"]`,
      '    dose: { type: reps, reps: 12, cadencePerMin: 20 }',
      `    breathing: ${text(`${tag}breath`)}`,
      '    effort: light',
      `    cautions: [${text(`${tag}mind`)}]`,
      `    easier: { name: ${text(`${tag}easy`)}, prompt: [${text(`${tag}prompt`)}] }`,
    ].join('\n');
  const lines = [
    'schemaVersion: 1',
    'id: evil',
    `name: ${text('Rname')}`,
    `summary: ${text('Rsum')}`,
    `cautions: [${text('Rmind')}]`,
    'baseline: false',
    'restSeconds: 5',
    'steps:',
    step('One'),
    step('Two'),
  ];
  writeFileSync(join(folder, 'evil.yaml'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, `bro\u001b[5m\u202e\nken.yaml`), `id: ${text('Broken')}\n`);
}

/** A journal that another program wrote, or somebody changed. */
export function plantJournal(home: string): void {
  const folder = join(dataOf(home), 'sessions');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { header, facts } = pacedSession();
  const names = ['Jone', 'Jtwo', 'Jthree'].map((tag) => ({ name: hostile(tag) }));
  const notes: Fact[] = [
    { type: 'link-changed', atMs: 500, link: { status: 'connected', name: hostile('Jlink') } },
    { type: 'link-changed', atMs: 600, link: { status: 'lost', reason: hostile('Jlost') } },
    { type: 'note-added', atMs: 700, text: hostile('Jnote', loneSurrogate + manyMarks) },
  ];
  const changed = {
    ...header,
    id: 'jevil1',
    app: hostile('Japp'),
    timeZone: hostile('Jzone'),
    sensor: hostile('Jsensor', loneSurrogate),
    routine: { ...stepsOf(...names), name: hostile('Jname') },
  };
  const lines = [changed, ...notes, ...facts].map(lineOf);
  const bytes = Buffer.from(`${lines.join('')}{"type":"${hostile('Jbad')}"\n`);
  writeFileSync(join(folder, `2026-11-22T070000Z_jevil1\u001b[5m\u202e.ndjson`), bytes);
  writeFileSync(join(folder, `2026-11-22T080000Z_\u009b5m\nx.ndjson`), hostile('Jnone'));
}

/** Files to import, of each kind that has room for words. */
export function plantImports(folder: string): string[] {
  const { header, facts } = pacedSession({ id: 'imp001', startedAt: '2026-11-21T07:00:00.000Z' });
  const evil = { ...header, sensor: hostile('Isensor'), app: hostile('Iapp') };
  const json = { schema: 'pulsepace/session/1', header: evil, facts };
  const escaped = (text: string) =>
    text.replace(/[\p{Cc}\p{Cf}<>&]/gu, (c) => `&#${c.charCodeAt(0)};`);
  const point = (second: number) =>
    `<Trackpoint><Time>2026-11-20T07:00:${10 + second}Z</Time><HeartRateBpm><Value>8${second % 9}</Value></HeartRateBpm></Trackpoint>`;
  const tcx = `<?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Other"><Id>2026-11-20T07:00:10Z</Id><Lap StartTime="2026-11-20T07:00:10Z"><TotalTimeSeconds>40</TotalTimeSeconds><Intensity>Active</Intensity><Track>${Array.from({ length: 40 }, (_, second) => point(second)).join('')}</Track><Notes>${escaped(hostile('Tlap'))}</Notes></Lap><Notes>${escaped(hostile('Tname'))}</Notes><Creator><Name>${escaped(hostile('Tmade'))}</Name></Creator></Activity></Activities></TrainingCenterDatabase>`;
  return [
    ['i\u001b[5m\u202e\n.json', JSON.stringify(json)],
    ['t\u009b5m\u0007=cmd.tcx', tcx],
    ['r\u001b]52;c;x\u0007.txt', `${hostile('Text')}\n800\n`],
  ].map(([name = '', text = '']) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

/** The same catalogue with hostile names in it and a checksum that fits. */
export function spoilCatalogue(home: string): void {
  const path = join(dataOf(home), 'catalogue.json');
  const { catalogue } = JSON.parse(readFileSync(path, 'utf8'));
  for (const { figures } of catalogue.entries) figures.routineName = hostile('Cname');
  const body = JSON.stringify(catalogue);
  const checksum = crc32(body).toString(16).padStart(8, '0');
  writeFileSync(path, `{"checksum":"${checksum}","catalogue":${body}}\n`);
}

export function spoilProfile(home: string): void {
  const path = join(dataOf(home), 'profile.json');
  const profile = JSON.parse(readFileSync(path, 'utf8'));
  const sensor = { id: hostile('Pid'), name: hostile('Pname'), nickname: hostile('Pnick') };
  const emergencyNumber = `112\u001b[5m\u009b5m\u202e`;
  const changed = { ...profile, sensor, sensors: [sensor], emergencyNumber };
  writeFileSync(path, JSON.stringify(changed), { mode: 0o600 });
}
