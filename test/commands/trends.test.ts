import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderTrends } from '../../src/commands/trends-text.ts';
import { findRoutine } from '../../src/library/library.ts';
import { dayOf } from '../../src/review/local-day.ts';
import { trendsOf } from '../../src/review/trends.ts';
import { cellWidth } from '../../src/ui/cell-width.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { figuresOf } from '../review/figures.ts';
import { began, ended, journal, over, steady } from '../review/journal-facts.ts';
import { headerOf } from '../session/story.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const today = dayOf('2026-11-24');
const sessions = Array.from({ length: 40 }, (_, index) =>
  figuresOf(today - 39 + index, {
    restingBpm: 72 - Math.floor(index / 8),
    rmssdMs: 20 + (index % 7),
    fall: { afterStepId: 'evening-out', endBpm: 92, hrr60Bpm: 10 + index / 8 },
  }),
);
const person = { sex: 'female', highestBpm: 170 } as const;
const trends = trendsOf(sessions, { today, weeks: 8, person, plans: [] });
const empty = trendsOf([], { today, weeks: 8, person: {}, plans: [] });

test('for how much of an exercise the pulse was known stands beside its figure, where it was not all', () => {
  const half = sessions.map((each) => ({
    ...each,
    steps: each.steps.map((step) => ({ ...step, knownS: 39 })),
  }));
  const text = renderTrends(trendsOf(half, { today, weeks: 8, person, plans: [] }), {
    width: 80,
    colour: false,
  });
  expect(text).toContain('80 → 80 bpm  40 times, 65 % known');
});

test('in 80 columns: a bar a week, from and to, and of how many beside it', () => {
  expect(renderTrends(trends, { width: 80, colour: false })).toMatchInlineSnapshot(`
    "Trends of 8 weeks
    2026-10-05 to 2026-11-24
    40 sessions

    Pulse at rest           ·██▆▅▃▁▁  72 → 68 bpm  40 mornings
    RMSSD                   ·▁▇▇▇▇▇█  21 → 23.5 ms  40 mornings
      last 7 days 22.9 ms (7 mornings): within your usual 21.8–23.8 ms (33 mornings)

    Pulse in each exercise
     heart
      circles               ·▅▅▅▅▅▅▅  80 → 80 bpm  40 times

    Fall of the pulse in 60 s, under equal conditions
      evening out           ·▁▂▃▅▆██  10.1 → 14.8 bpm  40 times, heart
        from 92 bpm at the end of the effort

    Load (Banister, women)  ·▂█████▁  7.1 → 4.7 a week  40 sessions
      fitness 1.5 · fatigue 2.4 · form -0.9 (settling: fewer than 42 days)

    Days with exercise
      mon ··●●●●●●
      tue ··●●●●●●
      wed ··●●●●●
      thu ··●●●●●
      fri ·●●●●●●
      sat ·●●●●●●
      sun ·●●●●●●
      40 of 51 days
    "
  `);
});

test('in 40 columns of ASCII', () => {
  const text = renderTrends(trends, { width: 40, colour: false, unicode: false });
  expect(text).toMatch(/^[ -~\n]*$/);
  expect(text).toMatchInlineSnapshot(`
    "Trends of 8 weeks
    2026-10-05 to 2026-11-24
    40 sessions

    Pulse at rest  @@*+-__
      72 > 68 bpm, 40 mornings
    RMSSD          _#####@
      21 > 23.5 ms, 40 mornings
      last 7 days 22.9 ms (7 mornings):
      within your usual 21.8-23.8 ms (33
      mornings)

    Pulse in each exercise
     heart
      circles      +++++++
      80 > 80 bpm, 40 times

    Fall of the pulse in 60 s, under equal
    conditions
      evening out  _.-+*@@
      10.1 > 14.8 bpm, 40 times, heart
        from 92 bpm at the end of the effort

    Load (Banist~  .@@@@@_
      7.1 > 4.7 a week, 40 sessions
      fitness 1.5 - fatigue 2.4 - form -0.9
      (settling: fewer than 42 days)

    Days with exercise
      mon --xxxxxx
      tue --xxxxxx
      wed --xxxxx
      thu --xxxxx
      fri -xxxxxx
      sat -xxxxxx
      sun -xxxxxx
      40 of 51 days
    "
  `);
});

test('what is unavailable says why', () => {
  expect(renderTrends(empty, { width: 80, colour: false })).toMatchInlineSnapshot(`
    "Trends of 8 weeks
    2026-10-05 to 2026-11-24
    0 sessions

    Pulse at rest           unavailable: nothing was measured
    RMSSD                   unavailable: nothing was measured
      your band is unavailable: it needs 3 mornings of the last 7 days, and there
      are 0

    Pulse in each exercise
                            unavailable: no exercise was done to its end

    Fall of the pulse in 60 s, under equal conditions
                            unavailable: no exercise was followed by a measured
                            minute twice

    Load                    unavailable: it needs your highest pulse or your year of
                            birth: pulsepace profile set birthYear 1961

    Days with exercise
      mon ········
      tue ········
      wed ·······
      thu ·······
      fri ·······
      sat ·······
      sun ·······
      0 of 51 days
    "
  `);
});

test.each([20, 40, 63, 64, 80, 200])('no line is wider than %d columns', (width) => {
  for (const each of [trends, empty]) {
    const lines = renderTrends(each, { width, colour: false }).split('\n');
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
  }
});

test('--json and the page of weeks have the names people see, beside the ids', async () => {
  const home = temporaryFolder();
  const routine = findRoutine('heart');
  const [step] = routine.steps;
  for (const [id, startedAt] of [
    ['one', new Date(Date.now() - 7_200_000).toISOString()],
    ['two', new Date(Date.now() - 3_600_000).toISOString()],
  ] as const) {
    storeSession(
      dataOf(home),
      headerOf(routine, { id, startedAt, utcOffsetMinutes: 0 }),
      journal(steady(80, 0, 300), began(0), ended(100, 'done'), over(300)),
    );
  }
  const { stdout } = await runHere(home, ['trends', '--weeks', '2', '--json']);
  expect(JSON.parse(stdout).recovery).toMatchObject([
    { routineId: 'heart', routineName: routine.name, afterStepName: step?.name },
  ]);
  const page = await runHere(home, ['report', '--weeks', '2', '--out', '-']);
  expect(page.stdout).toContain(`After ${step?.name} (${routine.name}) alone`);
});

test('--json has a schema, and a number of weeks that cannot be is exit 2', async () => {
  const home = temporaryFolder();
  mkdirSync(dataOf(home));
  const { code, stdout } = await runHere(home, ['trends', '--weeks', '4', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'pulsepace/trends/1', weeks: 4 });
  expect((await runHere(home, ['trends', '--weeks', '0'])).code).toBe(2);
});
