import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lineOf } from '../../src/journal/line.ts';
import { header, recordedFacts } from '../journal/samples.ts';
import { binary, emptyFolder, run } from './pulsepace.ts';

const whole = fileURLToPath(new URL('../..', import.meta.url));

/** The program without the schemas, zod and the parser of YAML. */
function withoutSchemas(): string {
  const place = emptyFolder();
  for (const part of ['bin', 'dist/bundle']) {
    cpSync(join(whole, part), join(place, part), { recursive: true });
  }
  for (const part of ['package.json', 'routines'])
    symlinkSync(join(whole, part), join(place, part));
  for (const file of ['doors.cjs', 'parse-routine.cjs']) {
    rmSync(join(place, 'dist/bundle', file));
  }
  return join(place, 'bin/pulsepace.js');
}

/** A home with one session, of which `line` is the last line. */
function homeWith(line: string): string {
  const home = emptyFolder();
  const data = join(home, '.local/share/pulsepace');
  mkdirSync(join(data, 'sessions'), { recursive: true, mode: 0o700 });
  const text = [header, ...recordedFacts(40)].map(lineOf).join('');
  writeFileSync(join(data, 'sessions/2026-11-22T070000Z_abc123.ndjson'), text + line);
  writeFileSync(join(data, 'profile.json'), '{"schemaVersion":1,"birthYear":1950}');
  return home;
}

test.each([
  'export last --format fit --out -',
  'export last --format json --out -',
  'log list',
  'log show',
  'trends',
  'analyse last',
  'report --out -',
])('data that is as it should be is read without schemas: %s', async (line) => {
  const args = line.split(' ');
  const usual = await run(homeWith(''), args);
  const ran = await run(homeWith(''), args, { from: withoutSchemas() });
  expect([ran.code, ran.stdout]).toEqual([0, usual.stdout]);
});

test('a session and its journal need no schemas', async () => {
  const args = ['watch', '--sensor', 'simulator', '--speed', 'max', '--minutes', '3'];
  const ran = await run(homeWith(''), args, { from: withoutSchemas() });
  expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('Open session')]);
});

test('what is not as it should be has its schema say why', async () => {
  const line = `${JSON.stringify({ type: 'key-pressed', atMs: 1, key: 'sing' })}\n`;
  const ran = await run(homeWith(line), ['log', 'verify'], { from: binary });
  expect(ran.code).toBe(5);
  expect(ran.stdout + ran.stderr).toContain('key: invalid option');
});
