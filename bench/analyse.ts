/**
 * Variability beside floors written by hand on typed arrays: DFA alpha1 of 1000 beats, and 48 600 beats cleaned, in
 * rolling windows of 120 s every 5 s. npm run bench -- analyse
 */
import { analyse } from '../src/review/hrv/analysis.ts';
import { dfaAlpha1 } from '../src/review/hrv/dfa.ts';
import { mended } from '../src/review/hrv/mended.ts';
import { hrvWindows } from '../src/review/hrv/windows.ts';
import { hearts } from '../test/review/hrv/hearts.ts';
import { heartbeats } from '../test/review/hrv/synthetic-heart.ts';
import { floorAlpha1, floorWindows } from './analyse-floor.ts';

const windowOptions = { windowS: 120, stepS: 5 };
const all = Object.values(hearts);
const day = all
  .flatMap((heart, index) => heartbeats({ ...heart, beats: 5400, seed: index + 1 }))
  .map((rrMs) => Math.round(rrMs));
const series = [{ startMs: 0, rrIntervalsMs: day }];
const lengthMs = day.reduce((sum, rrMs) => sum + rrMs, 0);
const thousand = Float64Array.from(day.slice(0, 1000));

row('DFA alpha1, 1000 beats', 101, {
  floor: () => repeated(() => floorAlpha1(thousand, 0, 1000)),
  ours: () => repeated(() => dfaAlpha1(thousand)),
});
row(`${day.length} beats cleaned, in rolling windows`, 15, {
  floor: () => floorWindows(day, windowOptions.windowS, windowOptions.stepS).alpha1,
  ours: () => hrvWindows(series, mended(series), lengthMs, windowOptions).at(-1)?.dfaAlpha1,
});
row(`${day.length} beats, the whole analysis`, 15, {
  floor: () => floorWindows(day, windowOptions.windowS, windowOptions.stepS).alpha1,
  ours: () => analyse(series, windowOptions).windows.at(-1)?.dfaAlpha1,
});

function repeated(run: () => unknown): unknown {
  for (let i = 1; i < 20; i += 1) run();
  return run();
}

type Runs = { readonly floor: () => unknown; readonly ours: () => unknown };

/** Interleaved; medians, their ratio, and both values, for a fast wrong answer does not count. */
function row(name: string, times: number, { floor, ours }: Runs): void {
  const took = { floor: [] as number[], ours: [] as number[] };
  const values: unknown[] = [];
  for (let i = 0; i < times; i += 1) {
    took.floor.push(timed(floor, values));
    took.ours.push(timed(ours, values));
  }
  const [floorMs, oursMs] = [middle(took.floor), middle(took.ours)];
  console.log(
    `${name}: floor ${floorMs.toFixed(2)} ms, ours ${oursMs.toFixed(2)} ms, ratio ${(oursMs / floorMs).toFixed(2)} (${values.slice(-2).join(', ')})`,
  );
}

function timed(run: () => unknown, values: unknown[]): number {
  const startedMs = performance.now();
  values.push(run());
  return performance.now() - startedMs;
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
