import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { renderComparison } from '../../src/commands/log-compare.ts';
import { compared } from '../../src/review/comparison.ts';
import { toldIrregular } from '../../src/review/hrv/quality.ts';
import { sideOf } from '../../src/review/side.ts';
import { isUnavailable } from '../../src/review/unavailable.ts';
import { cellWidth } from '../../src/ui/cell-width.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { began, cooling, ended, journal, over, raised, steady } from '../review/journal-facts.ts';
import { restFacts } from '../review/rest-facts.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const header = headerOf(plainRoutine(2));
const facts = (bpm: number) =>
  journal(
    steady(bpm, 0, 250),
    began(0),
    ended(60, 'done'),
    raised(30, 'caution', 92),
    began(60, 1),
    ended(120, 'done', 1),
    cooling(120),
    over(250),
  );
const slow = sideOf({ ...header, id: 'aaaaaa' }, facts(80));
const quick = sideOf({ ...header, id: 'bbbbbb', level: 2 }, facts(90));

test('beats are the pulse over the time of the exercises; unknown where too much of it is', () => {
  expect(slow.beats).toBe(160);
  const gap = sideOf(
    header,
    facts(80).filter(({ atMs, type }) => type !== 'measured' || atMs > 60_000),
  );
  expect(isUnavailable(gap.beats)).toBe(true);
  // A tenth of the pulse is missing, and counts as the rest does.
  const short = sideOf(
    header,
    facts(80).filter(({ atMs, type }) => type !== 'measured' || atMs < 30_000 || atMs > 48_000),
  );
  expect(short.beats).toBe(160);
});

test('of a session of another program no warning is counted, for nothing of ours watched it', () => {
  const quiet = facts(80).filter(({ type }) => !type.startsWith('warning-'));
  const imported = sideOf({ ...header, source: 'import' }, quiet);
  expect(imported.warnings.caution).toEqual({ unavailable: 'no guard of ours watched this' });
  expect(isUnavailable(imported.warnings.over)).toBe(true);
  const text = renderComparison(compared(slow, imported), { width: 80, colour: false });
  expect(text).toMatch(/cautions +1 +-\n/);
  expect(text).toMatch(/over the limit +0 +-\n/);
});

test('what differs beside the heart is said', () => {
  const legs = { ...header.routine, id: 'legs', name: 'Legs' };
  const limits = { ...header.limits, cautionBpm: 95, limitBpm: 105 };
  const other = sideOf(
    { ...header, routine: legs, limits, source: 'simulator' },
    facts(80).slice(0, 90),
  );
  expect(compared(slow, other).differences).toEqual([
    'They are different routines: plain and legs.',
    'The limits differ: 90–100 and 95–105.',
    'The sources of the pulse differ: strap and simulator.',
    'story did not come to its own end (interrupted).',
  ]);
  expect(compared(slow, slow).differences).toEqual([]);
  const eased = { stepId: 'step-1', easier: false, cadenceFactor: 0.7 };
  const slower = sideOf({ ...header, adaptations: [eased] }, facts(80));
  expect(compared(slow, slower).differences).toEqual([
    'Some exercises were done easier or slower in one of them.',
  ]);
});

test('falls from efforts that ended more than 10 bpm apart are said not to compare', () => {
  const higher = sideOf(header, facts(91));
  expect(compared(slow, higher).differences).toEqual([
    'The last efforts ended at 80 and 91 bpm, so the falls after them do not compare.',
  ]);
  expect(compared(slow, sideOf(header, facts(90))).differences).toEqual([]);
});

test('in 80 columns', () => {
  expect(
    renderComparison(compared(slow, quick), { width: 80, colour: false }),
  ).toMatchInlineSnapshot(`
    "Plain
    ! The levels differ: 0 and 2.

                     2026-11-22 08:00  2026-11-22 08:00  change
    time                         4:10              4:10
    end                     completed         completed
    steps done                 2 of 2            2 of 2
    at rest, bpm                    -                 -
    beats it cost                 160               180     +20
    cautions                        1                 1       =
    over the limit                  0                 0       =
    in caution                   0:00              4:10
    fall in 60 s                    0                 0       =
    effort, 0 to 10                 -                 -

    Average and highest pulse in each exercise
            2026-11-22 08:00  2026-11-22 08:00  change
    Step 1           80 / 80           90 / 90     +10
    Step 2           80 / 80           90 / 90     +10
    "
  `);
});

test.each([40, 59, 60, 80, 160])('no line is wider than %d columns', (width) => {
  const lines = renderComparison(compared(slow, quick), { width, colour: false }).split('\n');
  expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
});

describe('log compare', () => {
  let home = '';
  beforeEach(() => {
    home = temporaryFolder();
    mkdirSync(dataOf(home), { mode: 0o700 });
    storeSession(dataOf(home), { ...header, id: 'aaaaaa' }, facts(80));
    const startedAt = '2026-11-23T07:00:00.000Z';
    storeSession(dataOf(home), { ...header, id: 'bbbbbb', startedAt }, facts(90), ['rubbish\n']);
  });

  test('--json has a schema and both sides; damage is told, exit 5', async () => {
    const { code, stdout, stderr } = await runHere(home, ['log', 'compare', '2', '1', '--json']);
    expect(code).toBe(5);
    expect(stderr).toContain('could not be read');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'pulsepace/comparison/1',
      a: { id: 'aaaaaa', beats: 160, stepsDone: 2 },
      b: { id: 'bbbbbb', beats: 180, warnings: { caution: 1, over: 0 } },
      exercises: [{ step: 'step-1', a: { averageBpm: 80 }, b: { averageBpm: 90 } }, {}],
    });
  });

  test('--json says no variability where the profile says that the rhythm is irregular', async () => {
    const at = (id: string, day: string) => ({ ...header, id, startedAt: `${day}T07:00:00.000Z` });
    storeSession(dataOf(home), at('rest01', '2026-11-24'), restFacts);
    storeSession(dataOf(home), at('rest02', '2026-11-25'), restFacts);
    const compare = async () =>
      JSON.parse((await runHere(home, ['log', 'compare', 'rest01', 'rest02', '--json'])).stdout);
    expect((await compare()).a.rest.rmssdMs).toEqual(expect.any(Number));
    await runHere(home, ['profile', 'set', 'irregularRhythm', 'yes']);
    const { a, b } = await compare();
    expect(a.rest).toMatchObject({ restingBpm: 60, rmssdMs: { unavailable: toldIrregular } });
    expect(b.rest.rmssdMs).toEqual({ unavailable: toldIrregular });
  });

  test('one that is not there is exit 3', async () => {
    expect((await runHere(home, ['log', 'compare', 'aaaaaa', 'nobody'])).code).toBe(3);
  });
});
