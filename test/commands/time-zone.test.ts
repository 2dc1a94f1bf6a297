import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { timeZoneHere } from '../../src/commands/time-zone.ts';

const folder = mkdtempSync(join(tmpdir(), 'pulsepace-zone-'));
afterAll(() => rmSync(folder, { recursive: true }));

const known = Intl.DateTimeFormat().resolvedOptions().timeZone;
let links = 0;
function linkTo(target: string): string {
  const link = join(folder, `link-${links++}`);
  symlinkSync(target, link);
  return link;
}

test.each([
  ['/usr/share/zoneinfo/Europe/Berlin', 'Europe/Berlin'],
  ['../usr/share/zoneinfo/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['/var/db/timezone/zoneinfo/America/Port-au-Prince', 'America/Port-au-Prince'],
  ['/usr/share/zoneinfo/Etc/UTC', 'UTC'],
  ['/usr/share/zoneinfo/UTC', 'UTC'],
])('a link to %s is the zone %s', (target, zone) => {
  expect(timeZoneHere(linkTo(target), '')).toBe(zone);
  expect(() => Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
});

test.each([
  '/usr/share/zoneinfo/Etc/GMT+5',
  '/usr/share/zoneinfo/Europe/Berlin\u001b[2J',
  '/usr/share/zoneinfo/Europe/../../../etc/passwd',
  '/elsewhere/Europe/Berlin',
])('a link to %j says nothing: Intl does', (target) => {
  expect(timeZoneHere(linkTo(target), '')).toBe(known);
});

test('where there is no link, or a file in its place, Intl says', () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'TZif');
  expect(timeZoneHere(file, '')).toBe(known);
  expect(timeZoneHere(join(folder, 'none'), '')).toBe(known);
});

test('TZ goes before the link', () => {
  expect(timeZoneHere(linkTo('/usr/share/zoneinfo/Asia/Tokyo'), known)).toBe(known);
});

test('of this machine both say the same offset now', () => {
  const shown = (timeZone: string): string =>
    new Date(0).toLocaleString('en', { timeZone, timeZoneName: 'longOffset' });
  expect(shown(timeZoneHere())).toBe(shown(known));
});
