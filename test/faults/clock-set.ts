import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { binary, environment, knownHome, run } from '../end-to-end/pulsepace.ts';
import { hourMs, type LyingClock, lyingClock } from './lying-clock.ts';
import { sessionsOf } from './storing-home.ts';

const minuteMs = 60_000;
/** Into yesterday, over a change of clocks, into the day after tomorrow and back. The first goes back: what waits for it stands. */
const leapsMs = [-9 * hourMs, 9 * hourMs + 3 * minuteMs, -48 * hourMs, 57 * hourMs, -9 * hourMs];
const leapEachLines = 60;

/** Runs to the end; `onLines` hears how many lines of stdout there are. */
function watched(
  home: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onLines: (lines: number) => void,
): Promise<{ code: number | null; told: string[]; words: string }> {
  const child = spawn(process.execPath, [binary, ...args], { env: environment(home, env) });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, words] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onLines(stdout.split('\n').length - 1);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve({ code, told: stdout.trimEnd().split('\n'), words });
    });
  });
}

const train = ['train', 'legs', '--screened', '--sensor', 'simulator', '--minutes', '10'];

/** A session that begins two minutes before a change of clocks, and whose clock is set again and again. */
async function trainedOver(home: string, clock: LyingClock, zone: string, changeMs: number) {
  clock.setTo(changeMs - 2 * minuteMs);
  const env = { ...clock.env, TZ: zone };
  let leaps = 0;
  const ran = await watched(home, [...train, '--speed', '400', '--json'], env, (lines) => {
    if (lines < (leaps + 1) * leapEachLines) return;
    clock.leap(leapsMs[leaps % leapsMs.length] ?? 0);
    leaps += 1;
  });
  expect([ran.code, ran.words]).toEqual([0, '']);
  expect(leaps).toBeGreaterThan(leapsMs.length);
  return ran.told;
}

const atMsOf = (line: string): number => Number(JSON.parse(line).atMs);

/** From here on they are somebody's, and count. */
function asWorn(home: string): void {
  for (const name of readdirSync(sessionsOf(home))) {
    const path = join(sessionsOf(home), name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"source":"simulator"', '"source":"strap"'),
    );
  }
}

const textOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** A change of clocks, and what the clocks on the wall say two minutes before it and ten after. */
export type Change = {
  readonly zone: string;
  readonly at: string;
  readonly before: string;
  readonly after: string;
  readonly offsets: readonly [number, number];
};

/**
 * A session over the change, its clock set back and forth by hours: no fact is another, and every command says the right
 * local day and length of it and of one after the change.
 */
export async function expectUnmoved({ zone, at, before, after, offsets }: Change): Promise<void> {
  const [home, clock, changeMs] = [knownHome(), lyingClock(), Date.parse(at)];
  const date = new Date(changeMs + offsets[0] * minuteMs).toISOString().slice(0, 10);
  const env = { ...clock.env, TZ: zone };
  const told = await trainedOver(home, clock, zone, changeMs);
  const journal = readFileSync(
    join(sessionsOf(home), readdirSync(sessionsOf(home))[0] ?? ''),
    'utf8',
  );
  expect(journal.trimEnd().split('\n')).toEqual(told);
  const times = told.slice(1).map(atMsOf);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(JSON.parse(told[0] ?? '')).toMatchObject({
    startedAt: expect.stringMatching(
      new RegExp(`^${new Date(changeMs - 2 * minuteMs).toISOString().slice(0, 16)}`),
    ),
    utcOffsetMinutes: offsets[0],
    timeZone: zone,
  });

  clock.setTo(changeMs + 10 * minuteMs);
  const undisturbed = await run(home, [...train, '--speed', 'max', '--json'], { env });
  expect(undisturbed.stdout.trimEnd().split('\n').slice(1)).toEqual(told.slice(1));

  asWorn(home);
  clock.setTo(changeMs + 12 * hourMs);
  const said = async (...args: string[]): Promise<string> => {
    const { code, stdout } = await run(home, args, { env });
    expect([args, code]).toEqual([args, 0]);
    return stdout;
  };
  const lengthS = Math.floor((times.at(-1) ?? 0) / 1000);
  // The ten minutes that were asked for, and the cool-down.
  expect(lengthS).toBe(600 + 130);
  const { sessions } = JSON.parse(await said('log', 'list', '--json'));
  expect(sessions).toMatchObject(
    offsets.toReversed().map((utcOffsetMinutes) => ({ utcOffsetMinutes, durationS: lengthS })),
  );
  const listed = (await said('log', 'list')).split('\n').slice(1);
  expect(listed[0]).toMatch(new RegExp(`^1 +${date} ${after} .*12:10`));
  expect(listed[1]).toMatch(new RegExp(`^2 +${date} ${before} .*12:10`));
  expect(await said('log', 'show', '2')).toContain(`${date} ${before}`);
  await said('routines', 'plan', 'legs', 'day');
  const due = JSON.parse(await said('routines', 'due', '--json'));
  expect(due.date).toBe(date);
  const days: { date: string; done: number }[] = due.regularity[0].weeks.flatMap(
    (week: { days: unknown }) => week.days,
  );
  expect(new Set(days.map((day) => day.date)).size).toBe(8 * 7);
  expect(days.filter(({ done }) => done > 0)).toMatchObject([{ date, done: 2 }]);
  const trends = JSON.parse(await said('trends', '--json'));
  expect(trends).toMatchObject({ to: date, sessions: { counted: 2, leftOut: 0 } });
  const page = textOf(await said('report', '2', '--out', '-'));
  expect(page).toContain(`${Number(date.slice(8))} ${months[date.slice(5, 7)]} 2026, ${before}`);
}

const months: Record<string, string> = { '03': 'March', '10': 'October', '11': 'November' };
