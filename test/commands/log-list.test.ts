import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logList } from '../../src/commands/log-list.ts';
import { sessionCatalogue } from '../../src/commands/session-catalogue.ts';
import { began, journal, over, steady } from '../review/journal-facts.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { keptOutput, storeSession } from './stored-session.ts';

const header = headerOf(plainRoutine(1));
const whole = journal(began(0), steady(80, 0, 754), over(754));
const listed = async (
  directory: string,
  width: number,
  more: { json?: boolean; unicode?: boolean } = {},
) => {
  const output = keptOutput();
  const quiet = { write: () => true };
  const catalogue = await sessionCatalogue({ stderr: quiet }, directory);
  const code = logList(directory, catalogue, output, { width, colour: false, ...more });
  return { code, ...output.kept };
};

describe('log list', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pulsepace-log-'));
    storeSession(directory, { ...header, id: '2026-11-22T070000Z_aaaaaa' }, whole);
    storeSession(
      directory,
      {
        ...header,
        id: '2026-11-23T070000Z_bbbbbb',
        startedAt: '2026-11-23T07:00:00.000Z',
        source: 'simulator',
        routine: { ...header.routine, name: 'A routine \u001b[31mwith a very, very long name' },
      },
      whole.slice(0, 700),
      ['garbage\n'],
    );
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('in 120 columns: newest first, the interrupted and the simulated marked', async () => {
    expect((await listed(directory, 120)).out).toMatchInlineSnapshot(`
      "#  started           routine                          time  source     end                     id
      1  2026-11-23 08:00  A routine with a very, very l…  11:38  SIMULATOR  interrupted, 1 damaged  2026-11-23T070000Z_bbbbbb
      2  2026-11-22 08:00  Plain                           12:34  strap      completed               2026-11-22T070000Z_aaaaaa
      "
    `);
  });

  test('in 80 columns', async () => {
    expect((await listed(directory, 80)).out).toMatchInlineSnapshot(`
      "#  started           routine             time  source     end
      1  2026-11-23 08:00  A routine with a…  11:38  SIMULATOR  interrupted, 1 damaged
      2  2026-11-22 08:00  Plain              12:34  strap      completed
      "
    `);
  });

  test('in 40 columns of ASCII', async () => {
    expect((await listed(directory, 40, { unicode: false })).out).toMatchInlineSnapshot(`
      "#  started      routi~   time  source
      1  11-23 08:00  A rou~  11:38  SIMULATOR
      2  11-22 08:00  Plain   12:34  strap
      "
    `);
  });

  test('--json has a schema and every session', async () => {
    const { out, code } = await listed(directory, 80, { json: true });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'pulsepace/sessions/1',
      sessions: [
        {
          id: '2026-11-23T070000Z_bbbbbb',
          endReason: 'interrupted',
          source: 'simulator',
          damagedLines: 1,
        },
        {
          id: '2026-11-22T070000Z_aaaaaa',
          endReason: 'completed',
          durationS: 754,
          routine: 'plain',
        },
      ],
      unreadable: [],
    });
  });

  test('lists the others where one cannot be read, says which on stderr, and exits 5', async () => {
    writeFileSync(join(directory, 'sessions', '2026-11-24T070000Z_cccccc.ndjson'), 'no header\n');
    const { out, err, code } = await listed(directory, 80);
    expect(code).toBe(5);
    expect(out.split('\n')).toHaveLength(4);
    expect(err).toContain('2026-11-24T070000Z_cccccc.ndjson');
  });

  test('says where it looked when there is none', async () => {
    const empty = join(directory, 'empty');
    expect(await listed(empty, 80)).toEqual({
      code: 0,
      out: '',
      err: `There is no session yet in ${JSON.stringify(empty)}: pulsepace train records the first.\n`,
    });
    expect(JSON.parse((await listed(empty, 80, { json: true })).out).sessions).toEqual([]);
  });
});
