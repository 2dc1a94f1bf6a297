import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeSession } from '../commands/stored-session.ts';
import { began, ended, journal, over, steady } from '../review/journal-facts.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { emptyFolder, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const header = headerOf(plainRoutine(1));
const facts = (bpm: number) => journal(steady(bpm, 0, 70), began(0), ended(60, 'done'), over(70));

function homeOf(...ids: string[]): { home: string; sessions: string } {
  const home = emptyFolder();
  const data = join(home, '.local/share/pulsepace');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  for (const [index, id] of ids.entries()) {
    const startedAt = `2026-11-${20 + index}T07:00:00.000Z`;
    storeSession(data, { ...header, id, startedAt }, facts(70 + 10 * index));
  }
  return { home, sessions: join(data, 'sessions') };
}

describe('log browse on a real terminal', () => {
  test('lists, shows, compares, notes and deletes; the journals are what changed', async () => {
    const { home, sessions } = homeOf('aaaaaa', 'bbbbbb', 'cccccc');
    const seen = terminal(home, ['log', 'browse']);
    await seen.shows('> 1  2026-11-22 08:00');
    seen.type('\r');
    await seen.shows('2026-11-22 08:00 (UTC+01:00)');
    seen.type('b');
    await seen.shows('> 1  2026-11-22');
    seen.type('c');
    await seen.shows('Marked');
    seen.type('\u001b[B');
    await seen.shows('> 2  2026-11-21');
    seen.type('c');
    await seen.shows('beats it cost');
    seen.type('b');
    await seen.shows('> 2  2026-11-21');
    seen.type('n');
    await seen.shows('Note: _');
    for (const character of 'calm') seen.type(character);
    await seen.shows('Note: calm_');
    seen.type('\r');
    await seen.shows('The note is added');
    seen.type('\u001b[B');
    await seen.shows('> 3  2026-11-20');
    seen.type('x');
    await seen.shows('y deletes it');
    seen.type('y');
    await seen.shows('Deleted.');
    await seen.shows('2 sessions');
    seen.type('q');
    expect((await seen.exit).exitCode).toBe(0);
    const names = readdirSync(sessions).sort();
    expect(names.map((name) => name.slice(-13))).toEqual(['bbbbbb.ndjson', 'cccccc.ndjson']);
    expect(readFileSync(join(sessions, names[0] ?? ''), 'utf8')).toContain('"text":"calm"');
  }, 60_000);

  test('keeps a session that is not to be deleted, and leaves the screen as it was', async () => {
    const { home, sessions } = homeOf('aaaaaa');
    const seen = terminal(home, ['log', 'browse'], { columns: 40, rows: 10 });
    await seen.shows('1 session');
    seen.type('x');
    await seen.shows('y deletes it');
    seen.type('k');
    await seen.shows('Nothing was deleted');
    seen.type('q');
    expect((await seen.exit).exitCode).toBe(0);
    expect(seen.isAlternate()).toBe(false);
    expect(readdirSync(sessions)).toHaveLength(1);
  }, 60_000);

  test('where there is no terminal it says what prints the list, exit 2', async () => {
    const { code, stderr } = await run(emptyFolder(), ['log', 'browse']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('pulsepace log list')]);
  });
});
