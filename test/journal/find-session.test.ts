import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSession } from '../../src/journal/find-session.ts';
import { journalName, newSessionId } from '../../src/journal/journal-name.ts';
import { lineOf } from '../../src/journal/line.ts';
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
