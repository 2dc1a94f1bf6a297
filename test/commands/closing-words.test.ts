import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closingWords } from '../../src/commands/closing-words.ts';
import { began, journal, raised, steady } from '../review/journal-facts.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { storeSession } from './stored-session.ts';

function kept(reason: 'completed' | 'discomfort' = 'completed'): string {
  const directory = mkdtempSync(join(tmpdir(), 'pulsepace-closing-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const end = { type: 'session-ended', atMs: 30_000, reason } as const;
  const facts = journal(began(0), steady(80, 0, 30), end);
  return storeSession(directory, headerOf(plainRoutine(1)), facts);
}

const next =
  'Kept as ab12cd. pulsepace log show ab12cd draws it again;\npulsepace opens the home screen.\n';

test('after a session the next commands are named', () => {
  expect(closingWords(kept(), 'ab12cd')).toBe(next);
});

test('§3 after a discomfort whom to call comes first', () => {
  const [call, rest, ...more] = closingWords(kept('discomfort'), 'ab12cd', {
    emergencyNumber: '144',
  }).split('\n');
  expect(call).toMatch(/^Call 144 at once for chest pain/);
  expect(rest).toMatch(/ask a doctor today\.$/);
  expect(more.join('\n')).toBe(next);
});

test('no word of them is broken where the terminal ends', () => {
  const words = (columns: number) => closingWords(kept('discomfort'), 'ab12cd', { columns });
  expect(words(40).replace(/\n/g, ' ')).toBe(words(200).replace(/\n/g, ' '));
  expect(
    Math.max(
      ...words(40)
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(40);
});

test('a journal that is gone meanwhile takes no words away', () => {
  expect(closingWords('/nowhere/session.ndjson', 'ab12cd')).toBe(next);
});

test('§3 after a session that ended above the limit whom to call comes first, whatever its reason', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pulsepace-closing-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const end = { type: 'session-ended', atMs: 30_000, reason: 'ended-by-user' } as const;
  const facts = journal(began(0), steady(104, 0, 30), raised(0, 'over', 104), end);
  const path = storeSession(directory, headerOf(plainRoutine(1)), facts);
  const [call, rest] = closingWords(path, 'ab12cd', { columns: 200 }).split('\n');
  expect(call).toMatch(/^Call 112 at once for chest pain/);
  expect(rest).toBe(
    'Stay seated and breathe until your pulse is down. If it stays up, ask a doctor today.',
  );
});
