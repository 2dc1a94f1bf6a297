import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localNow } from '../../src/commands/today.ts';
import { findRoutine } from '../../src/library/library.ts';
import { dateOf } from '../../src/review/local-day.ts';
import type { Fact } from '../../src/session/facts.ts';
import { temporaryFolder as emptyFolder } from '../journal/samples.ts';
import { began, ended, journal, over } from '../review/journal-facts.ts';
import { headerOf } from '../session/story.ts';
import { configOf, dataOf, newestHeader, runHere as run } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const heart = findRoutine('heart');

/** One whole session of heart, so many days ago at seven in UTC. */
function stored(home: string, daysAgo: number, more: readonly Fact[] = []): string {
  const startedAt = `${dateOf(localNow().day - daysAgo)}T07:00:00.000Z`;
  const facts = heart.steps.flatMap((_, index) => [
    began(100 * index + 1, index),
    ended(100 * index + 90, 'done', index),
  ]);
  const header = headerOf(heart, { id: `day${daysAgo}`, startedAt, utcOffsetMinutes: 0 });
  return storeSession(dataOf(home), header, journal(...facts, over(1100), ...more));
}

/** Runs one call after another in one home; each must end with its code and say its words. */
async function story(
  home: string,
  ...calls: [args: string, code: number, says: RegExp][]
): Promise<void> {
  for (const [args, code, says] of calls) {
    const ran = await run(home, args.split(' '));
    expect([args, ran.code, `${ran.stdout}${ran.stderr}`]).toEqual([
      args,
      code,
      expect.stringMatching(says),
    ]);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  }
}

describe('profile', () => {
  test('set, get, unset, list; what cannot be is a sentence', async () => {
    const home = emptyFolder();
    await story(
      home,
      ['profile', 0, /birthYear +-/],
      ['profile get birthYear', 3, /is not set/],
      ['profile set birthYear 1961', 0, /^$/],
      ['profile get birthYear', 0, /^1961\n$/],
      [
        'profile get birthYear --json',
        0,
        /^\{"schema":"pulsepace\/setting\/1","key":"birthYear","value":1961\}\n$/,
      ],
      ['profile set betaBlockers yes', 0, /^$/],
      [
        'profile --json',
        0,
        /^\{"schema":"pulsepace\/profile\/1","profile":\{"birthYear":1961,"betaBlockers":true\}\}\n$/,
      ],
      ['profile unset birthYear', 0, /^$/],
      ['profile get birthYear', 3, /is not set/],
      ['profile set birthYear 1061', 2, /cannot be "1061": it is a year from 1900 to 2100/],
      ['profile set restingBpm 1e2', 2, /cannot be "1e2"/],
      ['profile set trained perhaps', 2, /it is yes or no/],
      ['profile set emergencyNumber police', 2, /telephone number/],
      ['profile set bithYear 1961', 2, /Did you mean birthYear\?/],
      ['profile set age 63', 2, /Did you mean birthYear\?/],
      ['profile set __proto__ 1', 2, /no setting "__proto__"/],
      ['profile set constructor 1', 2, /no setting "constructor"/],
    );
    expect(statSync(join(dataOf(home), 'profile.json')).mode & 0o777).toBe(0o600);
  });

  test('A10 a pair of limits that cannot be is refused, also when one of them is the source’s', async () => {
    await story(
      emptyFolder(),
      ['profile set cautionBpm 100', 2, /100 would not be lower than the limit 100/],
      ['profile set limitBpm 90', 2, /limit 90/],
      ['profile set limitBpm 115', 0, /^$/],
      ['profile set cautionBpm 105', 0, /^$/],
      ['profile unset limitBpm', 2, /105 would not be lower than the limit 100/],
      ['profile limits', 0, /caution 105 · limit 115 \(your profile's\)/],
    );
  });

  test('A10 it is refused before anybody is asked how they are, or for a strap', async () => {
    await story(
      emptyFolder(),
      [
        'train heart --caution 105',
        2,
        /^The pulse limits do not fit together: caution 105 \(your flag\), limit 100 \(the usual\)/,
      ],
      ['train heart', 2, /^Before heart, pulsepace asks how you are/],
    );
  });

  test('§2 own limits are offered, taken, shown with their reason, and given back', async () => {
    const home = emptyFolder();
    await story(
      home,
      ['profile limits', 0, /caution 90 · limit 100 \(the usual\)\n.*3 more mornings/],
      ['profile limits accept', 2, /nothing to accept/],
      ['profile set restingBpm 80', 0, /^$/],
      [
        'profile limits',
        0,
        /Offered: caution 100 · limit 110\..*The usual ones are 90 and 100, for people who have moved little/,
      ],
      [
        'profile limits accept',
        0,
        /^caution 100 · limit 110 \(your profile's\)\nWith a resting pulse of 80/,
      ],
      ['profile set betaBlockers yes', 0, /profile limits shows what fits now/],
      [
        'train heart --sensor simulator --speed max --json',
        0,
        /"cautionBpm":100,"limitBpm":110,"cautionOrigin":"profile"/,
      ],
      ['train heart --sensor simulator --speed max --json --no-log', 0, /"cautionBpm":100/],
      ['profile limits usual', 0, /^caution 90 · limit 100 \(the usual\)/],
      ['profile limits maybe', 2, /say accept .*or usual/],
    );
    expect(JSON.parse(readFileSync(join(dataOf(home), 'profile.json'), 'utf8'))).not.toHaveProperty(
      'cautionBpm',
    );
  });
});

describe('§5 effort and notes', () => {
  test('are appended to the journal, shown, and judged at the door', async () => {
    const home = emptyFolder();
    const path = stored(home, 1);
    const before = readFileSync(path, 'utf8');
    await story(
      home,
      ['log effort day1 3', 0, /Added to day1/],
      ['log note last Slept \u001b[31mbadly', 0, /Added to day1/],
      ['log show day1', 0, /Effort: 3 of 10, moderate\nNote: Slept badly\n/],
      ['log show day1 --json', 0, /"cr10":3,"notes":\["Slept badly"\]/],
      ['log effort day1 11', 2, /"11" is no effort; give a number from 0 to 10/],
      ['log effort nowhere 3', 3, /nowhere/],
    );
    const after = readFileSync(path, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toBe(
      '{"type":"effort-rated","atMs":1100000,"cr10":3}\n{"type":"note-added","atMs":1100000,"text":"Slept badly"}\n',
    );
  });
});

describe('§5 levels', () => {
  test('are derived from the journals, and raised by a yes alone', async () => {
    const home = emptyFolder();
    for (const daysAgo of [3, 2, 1]) stored(home, daysAgo);
    await story(
      home,
      ['routines level heart', 0, /^Level 0, as last time\.\nNo more yet: rate the effort/],
      ['log effort day1 3', 0, /./],
      ['log effort day2 4', 0, /./],
      ['log effort day3 2', 0, /./],
      ['routines level heart', 0, /Offered \(up\): Level 1: more of each exercise, no faster\./],
      ['routines level heart sideways', 2, /say up for more/],
      ['routines level heart pace', 2, /not offered for heart now/],
      ['routines level heart up', 0, /^Level 1, as you said yes to\./],
      ['routines level heart up', 2, /Nothing is offered for heart now\. You have just said yes/],
      [
        'routines level heart --json',
        0,
        /^\{"schema":"pulsepace\/level\/1","routine":"heart","standing":\{"level":1,/,
      ],
      ['train heart --sensor simulator --speed max', 0, /./],
    );
    expect(newestHeader(home)).toMatchObject({ level: 0, source: 'simulator' });
    expect(newestHeader(home).adaptations).toBeUndefined();
  });
});

describe('§6 plans', () => {
  test('are set, told, and ended', async () => {
    const home = emptyFolder();
    stored(home, 0);
    await story(
      home,
      ['routines due', 0, /Nothing is planned: pulsepace routines plan/],
      ['routines plan heart morning', 0, /heart: morning on mon, tue, wed, thu, fri, sat, sun/],
      ['routines plan neck evening,morning wed,mon', 0, /neck: morning, evening on mon, wed/],
      [
        'routines due --json',
        0,
        /^\{"schema":"pulsepace\/due\/1",.*"routineId":"heart".*"routineId":"neck"/,
      ],
      ['routines due', 0, /heart: morning · mon tue wed[\s\S]*●/],
      ['routines plan heart noon', 2, /"noon" is none of morning, day, evening/],
      ['routines plan heart morning someday', 2, /"someday" is none of mon/],
      ['routines plan nosuch morning', 2, /no routine named "nosuch"/],
      ['routines plan neck off', 0, /not planned any more/],
    );
    const due = await run(home, ['routines', 'due', '--json']);
    expect(
      JSON.parse(due.stdout).plans.map((plan: { routineId: string }) => plan.routineId),
    ).toEqual(['heart']);
  });
});

describe('own routines', () => {
  test('begin with an example that trains, and are listed with where they come from', async () => {
    const home = emptyFolder();
    const own = join(configOf(home), 'routines');
    await story(
      home,
      ['routines new mine', 0, /mine\.yaml\nEdit it/],
      ['routines new mine', 2, /is there already/],
      ['routines check mine', 0, /3 steps, is right/],
      ['routines list', 0, /mine .*yours: .*mine\.yaml/],
      ['routines list --json', 0, /"id":"mine",.*"origin":"own","path":/],
      ['routines schema', 0, /"title": "A routine of pulsepace"/],
      ['train mine --sensor simulator --speed max --plain', 0, /My routine/],
    );
    writeFileSync(join(own, 'heart.yaml'), 'x');
    mkdirSync(join(own, 'odd\u001b[31m.yaml'));
    const listed = await run(home, ['routines', 'list']);
    expect(listed.stderr).toMatch(/heart\.yaml is not used: heart comes with pulsepace/);
    expect(listed.stdout + listed.stderr).not.toContain('\u001b');
    const elsewhere = await run(home, ['routines', 'list', '--json'], {
      PULSEPACE_CONFIG_DIR: join(home, 'other'),
    });
    expect(elsewhere.stdout).not.toContain('mine');
  });
});
