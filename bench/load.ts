/**
 * The screen at 1 Hz while two loops beside it never rest, and the same without them, through the real driver, program and
 * terminal. Equal work: every measurement is in the journal, in order, and the signal was never called lost.
 * npm run bench -- load [--seconds N]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { busyLoops } from './busy.ts';
import { sameWork } from './equal-work.ts';
import { latencySession } from './latency-session.ts';
import { measuredIn } from './measured-in.ts';
import { option } from './options.ts';
import { figures, median, quantile } from './quantile.ts';
import { tell, times } from './row.ts';

const seconds = option('seconds', 20);
const everyMs = 500;

const session = await latencySession();
const calm = await watched();
const loops = busyLoops(2);
const busy = await watched();
loops.stop();
await pause(1000);
const { sent, lines } = await session.close();
sameWork({ sent, journal: measuredIn(lines) });
const lost = lines
  .map((line) => JSON.parse(line))
  .filter(({ type, trust }) => type === 'trust-changed' && trust === 'lost');

tell({
  what: 'under load: two busy loops beside it',
  floor: `without them ${figures(calm.painted)}`,
  ours: `${figures(busy.painted)}, ${busy.missed} missed, ${lost.length} false "signal lost"`,
  ratio: times(median(busy.painted) / median(calm.painted)),
  goal: 'screen p99 ≤ 100 ms, nothing lost, no false "signal lost"',
  reached: quantile(busy.painted, 0.99) <= 100 && busy.missed === 0 && lost.length === 0,
  equal: `${sent.length} sent, all in the journal in order`,
});

async function watched() {
  const painted: number[] = [];
  const count = (seconds * 1000) / everyMs;
  let missed = 0;
  for (let beat = 0; beat < count; beat += 1) {
    const seen = session.sendAndWatch(55 + ((beat * 7) % 30), everyMs);
    await pause(everyMs);
    const ms = await seen;
    if (ms === undefined) missed += 1;
    else painted.push(ms);
  }
  return { painted, missed };
}
