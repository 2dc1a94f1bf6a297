/**
 * Variability beside floors written by hand on typed arrays: DFA alpha1 of 1000 beats, and 48 600 beats cleaned, in
 * rolling windows of 120 s every 5 s. Equal work: the values of alpha1 agree to six digits (of the last window to two: the
 * floor cleans by the 20 % rule alone). npm run bench -- analyse [--rounds N]
 */
import { analyse } from '../src/review/hrv/analysis.ts';
import { dfaAlpha1 } from '../src/review/hrv/dfa.ts';
import { mended } from '../src/review/hrv/mended.ts';
import { hrvWindows } from '../src/review/hrv/windows.ts';
import { hearts } from '../test/review/hrv/hearts.ts';
import { heartbeats } from '../test/review/hrv/synthetic-heart.ts';
import { floorAlpha1, floorWindows } from './analyse-floor.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { msText, tell, times } from './row.ts';

const repeats = 20;
const windowOptions = { windowS: 120, stepS: 5 };
const all = Object.values(hearts);
const day = all
  .flatMap((heart, index) => heartbeats({ ...heart, beats: 5400, seed: index + 1 }))
  .map((rrMs) => Math.round(rrMs));
const series = [{ startMs: 0, rrIntervalsMs: day }];
const lengthMs = day.reduce((sum, rrMs) => sum + rrMs, 0);
const thousand = Float64Array.from(day.slice(0, 1000));

const short = await interleaved(
  {
    floor: () => repeated(() => floorAlpha1(thousand, 0, 1000)),
    ours: () => repeated(() => dfaAlpha1(thousand)),
  },
  101,
);
const took = await interleaved(
  {
    floor: () => floorWindows(day, windowOptions.windowS, windowOptions.stepS).alpha1,
    windows: () => hrvWindows(series, mended(series), lengthMs, windowOptions).at(-1)?.dfaAlpha1,
    whole: () => analyse(series, windowOptions).windows.at(-1)?.dfaAlpha1,
  },
  option('rounds', 15),
);
const told = {
  alpha1: Number(short.ours.value).toFixed(6),
  windows: Number(took.windows.value).toFixed(2),
};
tell({
  what: 'DFA alpha1, 1000 beats',
  floor: `by hand ${(short.floor.wallMs / repeats).toFixed(3)} ms`,
  ours: `${(short.ours.wallMs / repeats).toFixed(3)} ms`,
  ratio: times(short.ours.wallMs / short.floor.wallMs),
  goal: '≤ 2× the floor',
  reached: short.ours.wallMs <= 2 * short.floor.wallMs,
  equal: `alpha1 ${sameWork({ floor: Number(short.floor.value).toFixed(6), ours: told.alpha1 })}`,
});
tell({
  what: `analyse ${day.length} beats with rolling windows`,
  floor: `by hand ${msText(took.floor)}`,
  ours: `windows ${msText(took.windows)}; the whole analysis ${msText(took.whole)}`,
  ratio: `${times(took.windows.wallMs / took.floor.wallMs)}; whole ${times(took.whole.wallMs / took.floor.wallMs)}`,
  goal: '≤ 3× the floor',
  reached: took.windows.wallMs <= 3 * took.floor.wallMs,
  equal: `alpha1 of the last window ${sameWork({ floor: Number(took.floor.value).toFixed(2), windows: told.windows, whole: Number(took.whole.value).toFixed(2) })}`,
});

function repeated(run: () => unknown): unknown {
  for (let count = 1; count < repeats; count += 1) run();
  return run();
}
