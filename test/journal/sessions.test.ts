import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSession } from '../../src/journal/find-session.ts';
import { journalName, newSessionId } from '../../src/journal/journal-name.ts';
import { lineOf } from '../../src/journal/line.ts';
import { listSessions } from '../../src/journal/sessions.ts';
import type { Fact } from '../../src/session/facts.ts';
import { header, recordedFacts, temporaryFolder } from './samples.ts';

const facts = recordedFacts();

function directoryWith(
  ...sessions: { id: string; day: number; facts?: readonly Fact[] }[]
): string {
  const directory = temporaryFolder();
  mkdirSync(join(directory, 'sessions'));
  for (const { id, day, facts: told = facts } of sessions) {
    const startedAt = `2026-11-${String(day).padStart(2, '0')}T07:00:00Z`;
    const text = [{ ...header, id, startedAt }, ...told].map(lineOf).join('');
    writeFileSync(join(directory, 'sessions', journalName(startedAt, id)), text);
  }
  return directory;
}

const three = (): string =>
  directoryWith({ id: 'abc111', day: 2 }, { id: 'abd222', day: 9 }, { id: '333333', day: 4 });

test('a name begins with the start in UTC, whatever the offset, and ends in six random letters', () => {
  expect(journalName('2026-11-22T07:00:00.123Z', 'ab12cd')).toBe(
    '2026-11-22T070000Z_ab12cd.ndjson',
  );
  expect(new Set(Array.from({ length: 100 }, newSessionId)).size).toBe(100);
  expect(newSessionId()).toMatch(/^[0-9a-z]{6}$/);
});

test('every session is listed, newest first, with what a list needs', () => {
  const { sessions, unreadable } = listSessions(three());
  expect(unreadable).toEqual([]);
  expect(sessions.map(({ id }) => id)).toEqual(['abd222', '333333', 'abc111']);
  expect(sessions[0]).toMatchObject({
    startedAt: '2026-11-09T07:00:00Z',
    routineId: 'plain',
    routineName: 'Plain',
    source: 'strap',
    durationMs: facts.at(-1)?.atMs,
    ending: 'completed',
    damagedLines: 0,
  });
});

test('no folder is no session; what is no journal is not listed, a link neither', () => {
  expect(listSessions(join(temporaryFolder(), 'none'))).toEqual({ sessions: [], unreadable: [] });
  const directory = three();
  const folder = join(directory, 'sessions');
  const [first] = readdirSync(folder);
  writeFileSync(join(folder, `${first}.torn`), 'x');
  symlinkSync(join(folder, first ?? ''), join(folder, '2027-01-01T000000Z_linked.ndjson'));
  expect(listSessions(directory).sessions.length).toBe(3);
});

test('D5 interrupted and damaged sessions are listed as such, unreadable ones with the reason, and none is touched', () => {
  const directory = directoryWith({ id: 'torn00', day: 1, facts: facts.slice(0, 50) });
  const folder = join(directory, 'sessions');
  const [name] = readdirSync(folder);
  writeFileSync(join(folder, name ?? ''), 'rubbish\n', { flag: 'a' });
  writeFileSync(join(folder, '2026-12-01T000000Z_broken.ndjson'), 'x');
  writeFileSync(
    join(folder, '2026-12-02T000000Z_future.ndjson'),
    lineOf(header).replace('"schemaVersion":1', '"schemaVersion":7'),
  );
  const contents = () =>
    readdirSync(folder).map((each) => readFileSync(join(folder, each), 'utf8'));
  const before = contents();
  const { sessions, unreadable } = listSessions(directory);
  expect(sessions).toMatchObject([
    { ending: 'interrupted', damagedLines: 1, durationMs: facts[49]?.atMs },
  ]);
  expect(unreadable.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/version 7.*update pulsepace/),
    expect.stringMatching(/header, is damaged \(torn off\)/),
  ]);
  expect(contents()).toEqual(before);
});

test('a catalogue can answer in place of the files', () => {
  const [entry] = listSessions(three()).sessions;
  if (entry === undefined) throw new Error('no session');
  expect(listSessions(three(), () => entry).sessions).toEqual([entry, entry, entry]);
});

test('a session is found by id, by the beginning of it, by number; the newest by default', () => {
  const directory = three();
  const found = (wanted?: string): string => findSession(directory, wanted).header.id;
  expect(found()).toBe('abd222');
  expect(found('last')).toBe('abd222');
  expect(found('abc111')).toBe('abc111');
  expect(found('abc')).toBe('abc111');
  expect(found('2')).toBe('333333');
  expect(found('3')).toBe('abc111');
  expect(found('33')).toBe('333333');
  expect(found('2026-11-02')).toBe('abc111');
  expect(statSync(findSession(directory, '3').path).isFile()).toBe(true);
});

test('one that cannot be found is a sentence with a suggestion, exit 3', () => {
  const directory = three();
  const refused = (place: string, wanted: string | undefined, message: RegExp): void =>
    expect(() => findSession(place, wanted)).toThrow(
      expect.objectContaining({ exitCode: 3, message: expect.stringMatching(message) }),
    );
  refused(directory, 'ab', /any of 2 sessions \(abd222, abc111\): give more/);
  refused(directory, 'zzz', /"zzz": the newest are abd222, 333333, abc111; pulsepace log/);
  refused(directory, '77', /the newest are/);
  refused(directory, '', /the newest are/);
  refused(directory, '../../etc/passwd', /the newest are/);
  refused(temporaryFolder(), undefined, /no session yet.*pulsepace train/);
});

test('an unreadable newest session does not hide the one before it', () => {
  const directory = three();
  writeFileSync(join(directory, 'sessions', '2026-12-01T000000Z_broken.ndjson'), '');
  expect(findSession(directory).header.id).toBe('abd222');
});
