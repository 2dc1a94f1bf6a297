import { describe, expect, test } from 'vitest';
import { emptyFolder, newestJournal } from '../end-to-end/pulsepace.ts';
import { terminal } from '../end-to-end/terminal.ts';
import { recordedPulse, type Stretch } from './recorded-pulse.ts';
import { factsOf, ofType } from './told-facts.ts';

const bel = '\u0007';
const strokes = (written: string): number => written.split(bel).length - 1;

const replayed = (stretches: readonly Stretch[], speed: number): string[] => [
  ...['watch', '--sensor', `replay:${recordedPulse(stretches)}`, '--speed', String(speed)],
];

test('A2 through the whole program: 600 measurements between 89 and 91 are one caution, until 10 s at 85 or less', async () => {
  const facts = await factsOf(
    recordedPulse([
      { bpm: [89, 90, 91], seconds: 600 },
      { bpm: 84, seconds: 9 },
      { bpm: 87, seconds: 1 },
      { bpm: [85, 84], seconds: 14 },
    ]),
  );
  expect(ofType(facts, 'measured')).toHaveLength(624);
  expect(ofType(facts, 'warning-raised')).toMatchObject([{ atMs: 1000, level: 'caution' }]);
  expect(ofType(facts, 'warning-cleared')).toMatchObject([
    { atMs: 620_000, level: 'caution', peakBpm: 91 },
  ]);
});

test('A4 what was over stays on the screen with its peak until it is acknowledged; the sound ends with it', async () => {
  const home = emptyFolder();
  const screen = terminal(
    home,
    replayed(
      [
        { bpm: [80, 81], seconds: 5 },
        { bpm: [104, 102], seconds: 6 },
        { bpm: [80, 79], seconds: 600 },
      ],
      10,
    ),
  );
  await screen.shows(/was over \d\d:\d\d(–\d\d:\d\d)?, peak 104/, 30_000);
  await screen.shows('EASY', 30_000);
  const rung = strokes(screen.written());
  expect(rung).toBeGreaterThanOrEqual(3);
  await screen.shows(/ 1:[0-5]\d/, 30_000);
  expect(strokes(screen.written())).toBe(rung);
  expect(await screen.screen()).toContain('peak 104');
  screen.type('a');
  await screen.showsNot('peak 104');
  screen.type('\u0003');
  await screen.exit;
}, 60_000);

test('A5 acknowledged: a countdown, no sound, and over breaks the silence', async () => {
  const home = emptyFolder();
  const screen = terminal(
    home,
    replayed(
      [
        { bpm: [80, 81], seconds: 4 },
        { bpm: [92, 93], seconds: 56 },
        { bpm: [104, 103], seconds: 600 },
      ],
      8,
    ),
  );
  await screen.shows('CAUTION', 30_000);
  screen.type('a');
  await screen.shows(/silent for 0:\d\d/);
  const acknowledged = strokes(screen.written());
  await screen.shows('OVER', 30_000);
  await expect
    .poll(() => strokes(screen.written()), { timeout: 10_000 })
    .toBeGreaterThanOrEqual(acknowledged + 3);
  screen.type('\u0003');
  await screen.exit;
  const { facts } = newestJournal(home);
  const [told] = ofType(facts, 'warning-acknowledged');
  const over = ofType(facts, 'warning-raised').find(({ level }) => level === 'over');
  expect(told?.silentUntilMs).toBeGreaterThan(over?.atMs ?? 0);
  const between = ofType(facts, 'warning-repeated').filter(
    ({ atMs }) => atMs > (told?.atMs ?? 0) && atMs < (over?.atMs ?? 0),
  );
  expect(between).toEqual([]);
}, 60_000);

describe('A6 a signal that cannot be trusted is told as that', () => {
  test('on the screen: its age at 3 s, dashes and "signal lost" at 6 s, never the number', async () => {
    const screen = terminal(
      emptyFolder(),
      replayed(
        [{ bpm: [80, 81], seconds: 4 }, { seconds: 14 }, { bpm: [82, 83], seconds: 300 }],
        4,
      ),
    );
    await screen.shows(/bpm · [4-6] s old/, 30_000);
    const lost = await screen.shows(/signal lost · \d+ s/, 30_000);
    expect(lost).toContain('NO PULSE');
    expect(lost).not.toMatch(/\d+ bpm/);
    await screen.shows('bpm · live', 30_000);
    screen.type('\u0003');
    await screen.exit;
  }, 60_000);

  const untrusted: Record<string, Stretch> = {
    zeros: { bpm: 0, seconds: 40 },
    'values no heart has': { bpm: [255, 12], seconds: 40 },
    'no skin contact': { bpm: [130, 20], seconds: 40, skinContact: false },
    silence: { seconds: 40 },
  };

  test.each(Object.entries(untrusted))(
    '%s neither start a warning nor end one',
    async (_, stretch) => {
      const easy = await factsOf(recordedPulse([{ bpm: [80, 81], seconds: 10 }, stretch]));
      expect(ofType(easy, 'warning-raised')).toEqual([]);
      expect(ofType(easy, 'trust-changed').length).toBeGreaterThan(1);
      const warned = await factsOf(
        recordedPulse([
          { bpm: [80, 81], seconds: 5 },
          { bpm: [93, 94], seconds: 5 },
          stretch,
          { bpm: [93, 94], seconds: 5 },
        ]),
      );
      expect(ofType(warned, 'warning-raised')).toHaveLength(1);
      expect(ofType(warned, 'warning-cleared')).toEqual([]);
    },
  );
});

test('A7 keys that change the step do not mute the limit: over sounds every 10 s through all of them', async () => {
  const home = emptyFolder();
  const recording = recordedPulse([
    { bpm: [78, 79], seconds: 40 },
    { bpm: [104, 103], seconds: 600 },
  ]);
  const screen = terminal(home, [
    'train',
    'legs',
    '--sensor',
    `replay:${recording}`,
    '--speed',
    '20',
  ]);
  await screen.shows('bpm', 30_000);
  screen.type('n');
  await screen.shows('OVER', 30_000);
  for (let step = 0; step < 4; step += 1) {
    const rung = strokes(screen.written());
    await expect
      .poll(() => strokes(screen.written()), { timeout: 15_000 })
      .toBeGreaterThanOrEqual(rung + 3);
    screen.type('n');
  }
  screen.type('\u0003');
  await screen.exit;
  const { facts } = newestJournal(home);
  const over = ofType(facts, 'warning-raised').find(({ level }) => level === 'over');
  const sounds = [over?.atMs ?? 0, ...ofType(facts, 'warning-repeated').map(({ atMs }) => atMs)];
  expect(sounds.length).toBeGreaterThan(4);
  for (const [index, atMs] of sounds.slice(1).entries())
    expect(atMs - (sounds[index] ?? 0)).toBe(10_000);
  const skipped = ofType(facts, 'exercise-ended').filter(({ outcome }) => outcome === 'skipped');
  expect(skipped.length).toBeGreaterThan(0);
}, 60_000);
