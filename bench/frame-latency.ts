/**
 * From the strap's send to the painted pulse, through the real driver and the real program in a real terminal, at 1 Hz, 10 Hz
 * and 40 Hz; beside a program in the same terminal that paints what it reads at once.
 * Equal work: at 1 Hz every pulse that was sent is seen on the screen, and at each rate all of them are in the journal.
 * npm run bench -- frame-latency [--seconds N at each rate; 30 measurements at least]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sameWork } from './equal-work.ts';
import { latencySession } from './latency-session.ts';
import { measuredIn } from './measured-in.ts';
import { option } from './options.ts';
import { figures, median, quantile } from './quantile.ts';
import { rawPainter } from './raw-painter.ts';
import { tell, times } from './row.ts';

const seconds = option('seconds', 10);
const bpmAt = (beat: number): number => 55 + ((beat * 7) % 30);

const floor = await rawPainter();
const floorMs: number[] = [];
for (let beat = 0; beat < 100; beat += 1) {
  floorMs.push(await floor.sendAndSee(bpmAt(beat)));
  await pause(5);
}
floor.close();

for (const hz of [1, 10, 40]) await atRate(hz);

async function atRate(hz: number): Promise<void> {
  const session = await latencySession();
  for (let beat = 0; beat < 5; beat += 1) {
    session.send(bpmAt(beat));
    await pause(1000);
  }
  const before = session.painted();
  const painted: number[] = [];
  const count = Math.max(30, seconds * hz);
  let missed = 0;
  for (let beat = 5; beat < count + 5; beat += 1) {
    const seen = session.sendAndWatch(bpmAt(beat), 1000 / hz);
    await pause(1000 / hz);
    const ms = await seen;
    if (ms === undefined) missed += 1;
    else painted.push(ms);
  }
  const frames = session.painted() - before;
  await pause(500);
  const { sent, lines } = await session.close();
  sameWork({ sent, journal: measuredIn(lines) });
  const isBound = hz === 1;
  tell({
    what: `notification → changed screen, ${hz} Hz`,
    floor: `paints what it reads ${figures(floorMs)}`,
    ours: figures(painted),
    ratio: times(median(painted) / median(floorMs)),
    goal: isBound
      ? 'median ≤ 3 ms, p99 ≤ 16, worst ≤ 33, 0 missed'
      : 'no goal but the journal: frames are paced to 4 a second',
    reached: isBound
      ? median(painted) <= 3 &&
        quantile(painted, 0.99) <= 16 &&
        quantile(painted, 1) <= 33 &&
        missed === 0
      : undefined,
    equal: `${sent.length} sent, all in the journal in order`,
    notes: [
      `${missed} of ${count} not seen before the next; ${frames} writes to the terminal, ${session.clears()} clears`,
    ],
  });
}
