/**
 * Warnings while every fsync takes 2 s, by strace delaying the calls of the real program, and under strace without a delay.
 * Equal work: every onset is painted, rung and in the journal. Needs strace; says so where it is missing.
 * npm run bench -- slow-disk [--sessions N of 2 onsets]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sameWork } from './equal-work.ts';
import { latencySession } from './latency-session.ts';
import { option } from './options.ts';
import { isThere } from './process-run.ts';
import { figures, median, quantile } from './quantile.ts';
import { tell, times } from './row.ts';

const sessions = option('sessions', 4);
const delayUs = 2_000_000;
const goal = 'figures unchanged, “not yet on disk” shown';
const strace = ['strace', '-f', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=fdatasync,fsync'];

if (!isThere('strace', '-V')) {
  tell({
    what: 'a disk whose every fsync takes 2 s',
    floor: '–',
    ours: 'not measured',
    ratio: '–',
    goal,
    reached: undefined,
    equal: '–',
    notes: ['strace is not installed'],
  });
} else {
  const quick = await warnings(strace);
  const slow = await warnings([
    ...strace,
    ...['-e', `inject=fdatasync,fsync:delay_exit=${delayUs}`],
  ]);
  const limitMs = 1.5 * quantile(quick.painted, 1) + 16;
  tell({
    what: 'a disk whose every fsync takes 2 s',
    floor: `the same under strace, without a delay: ${figures(quick.painted)}`,
    ours: `painted ${figures(slow.painted)}; bell ${figures(slow.rung)}`,
    ratio: times(median(slow.painted) / median(quick.painted)),
    goal,
    reached: quantile(slow.painted, 1) <= limitMs && slow.said === sessions,
    equal: `${sameWork({ quick: quick.inJournal, slow: slow.inJournal, onsets: 2 * sessions })} onsets painted, rung and in both journals`,
    notes: [
      `“on disk” was said in ${slow.said} of ${sessions} sessions; without a delay in ${quick.said}`,
    ],
  });
}

async function warnings(under: readonly string[]) {
  const [painted, rung]: [number[], number[]] = [[], []];
  let [inJournal, said] = [0, 0];
  for (let number = 0; number < sessions; number += 1) {
    const session = await latencySession({ under });
    for (const [bpm, word, strokes] of [
      [92, 'CAUTION', 1],
      [104, 'OVER', 3],
    ] as const) {
      for (let beat = 0; beat < 3; beat += 1) {
        session.send(bpm - 8 + (beat % 2));
        await pause(1000);
      }
      const seen = await session.sendAndWarn(bpm, word, strokes);
      painted.push(seen.paintedMs);
      rung.push(seen.rungMs);
    }
    await pause(1500);
    if (/on disk/i.test(session.screen())) said += 1;
    const { lines } = await session.close();
    inJournal += lines.filter((line) => JSON.parse(line).type === 'warning-raised').length;
  }
  return { painted, rung, inJournal, said };
}
