/**
 * From the strap's send of the pulse that warns to the bell and to the word on the screen, through the real driver, program
 * and terminal: among so many packets a second, and 5 ms after another packet. Beside a program that paints what it reads.
 * Equal work: each onset has rung and is in the journal, as have been all that lasted less than a frame.
 * npm run bench -- warning-latency [--sessions N of 2 onsets for each way]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sameWork } from './equal-work.ts';
import { type LatencySession, latencySession } from './latency-session.ts';
import { option } from './options.ts';
import { figures, median, quantile } from './quantile.ts';
import { rawPainter } from './raw-painter.ts';
import { tell, times } from './row.ts';

const onsets = 2 * option('sessions', 15);
const calmMs = 700;
/** Caution ends below its limit after some time; a session a pair of onsets is quicker than to wait for that. */
const pairs = [
  [92, 'CAUTION', 1],
  [104, 'OVER', 3],
] as const;

const floor = await rawPainter();
const floorMs: number[] = [];
for (let beat = 0; beat < 100; beat += 1) {
  floorMs.push(await floor.sendAndSee(90 + (beat % 9)));
  await pause(5);
}
floor.close();

for (const hz of [1, 10, 40]) {
  await way(`among ${hz} Hz`, hz, (session, bpm) => calm(session, bpm, hz));
}
await way('5 ms after another packet', 1, async (session, bpm) => {
  await calm(session, bpm, 1);
  session.send(bpm);
  await pause(5);
});
await brief();

async function way(
  name: string,
  hz: number,
  before: (session: LatencySession, bpm: number) => Promise<void>,
): Promise<void> {
  const [rung, painted]: [number[], number[]] = [[], []];
  let inJournal = 0;
  for (let number = 0; number * pairs.length < onsets; number += 1) {
    const session = await latencySession();
    for (const [bpm, word, strokes] of pairs) {
      await before(session, bpm - 8);
      const seen = await session.sendAndWarn(bpm, word, strokes);
      painted.push(seen.paintedMs);
      rung.push(seen.rungMs);
    }
    inJournal += warningsIn((await session.close()).lines);
  }
  const isQuick = (ms: number[]): boolean => median(ms) <= 3 && quantile(ms, 0.99) <= 16;
  tell({
    what: `notification → warning, ${name}`,
    floor: `paints what it reads ${figures(floorMs)}`,
    ours: `painted ${figures(painted)}; bell ${figures(rung)}`,
    ratio: times(median(painted) / median(floorMs)),
    goal: 'median ≤ 3 ms, p99 ≤ 16, all in the journal',
    reached: isQuick(painted) && isQuick(rung),
    equal: `${sameWork({ onsets: painted.length, rung: rung.length, journal: inJournal })} onsets rung, painted and in the journal (${hz} Hz)`,
  });
}

/** A pulse over the caution limit for 5 ms only. */
async function brief(): Promise<void> {
  const seen: string[] = [];
  let inJournal = 0;
  for (let number = 0; number < 5; number += 1) {
    const session = await latencySession();
    await calm(session, 84, 10);
    const before = session.rung();
    session.send(92);
    await pause(5);
    session.send(84);
    await pause(300);
    seen.push(
      `${session.rung() - before}${session.screen().includes('CAUTION') ? ' latched' : ''}`,
    );
    inJournal += warningsIn((await session.close()).lines);
  }
  const latched = seen.filter((each) => each.endsWith('latched')).length;
  tell({
    what: 'a warning shorter than a frame is latched',
    floor: '–',
    ours: `${latched} of ${seen.length} on the screen 300 ms later`,
    ratio: '–',
    goal: 'all rung, in the journal, and latched',
    reached: latched === seen.length && seen.every((each) => each.startsWith('1')),
    equal: `${sameWork({ sessions: seen.length, journal: inJournal })} onsets of 5 ms in the journal`,
  });
}

async function calm(session: LatencySession, bpm: number, hz: number): Promise<void> {
  const count = Math.max(2, Math.round((calmMs / 1000) * hz));
  for (let beat = 0; beat < count; beat += 1) {
    session.send(bpm + (beat % 2));
    await pause(1000 / hz);
  }
}

function warningsIn(lines: readonly string[]): number {
  return lines.filter((line) => JSON.parse(line).type === 'warning-raised').length;
}
