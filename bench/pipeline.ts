/**
 * A day of 86 400 notifications through the whole controller, without a screen, and with a journal on disk; beside an RxJS
 * subject with five operators, the same with a log line, and with a copy of its state. Equal work: sums of all pulses.
 * npm run bench -- pipeline [--rounds N] [--hours N]
 */
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distinctUntilChanged, EMPTY, filter, map, Subject, scan, tap } from 'rxjs';
import type { SensorSignal } from '../devices/heart-rate-sensor.ts';
import type { Recording } from '../devices/replay/recording.ts';
import { replay } from '../devices/replay/replay.ts';
import { simulatedClock } from '../src/clock.ts';
import { conduct } from '../src/controller.ts';
import { lineOf } from '../src/journal/line.ts';
import { openJournal } from '../src/journal/open-journal.ts';
import type { Fact } from '../src/session/facts.ts';
import { openHeader } from '../test/session/story.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { msText, tell, times } from './row.ts';

const hours = option('hours', 24);
const count = hours * 3600;
const rounds = option('rounds', 5);
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-pipeline-'));
const header = openHeader();

const measured = (second: number): SensorSignal => {
  const bpm = Math.round(78 + 13 * Math.sin(second / 200) + 2 * Math.sin(second * 1.7));
  return { type: 'measurement', measurement: { bpm, rrIntervalsMs: [Math.round(60_000 / bpm)] } };
};
const recording: Recording = {
  source: 'a day',
  durationMs: (count + 1) * 1000,
  signals: [
    { atMs: 0, signal: { type: 'link', link: { status: 'connected', name: 'Bench' } } },
    ...Array.from({ length: count }, (_, second) => ({
      atMs: (second + 1) * 1000,
      signal: measured(second),
    })),
  ],
};

const took = await interleaved(
  {
    operators: () => operators((state, bpm) => Object.assign(state, { sum: state.sum + bpm })),
    copied: () => operators((state, bpm) => ({ ...state, sum: state.sum + bpm })),
    logged: () => logged(),
    ours: () => conducted(() => undefined),
    journal: () => withJournal(),
  },
  rounds,
);
const equal = sameWork({
  operators: took.operators.value,
  copied: took.copied.value,
  logged: took.logged.value,
  ours: took.ours.value,
  journal: took.journal.value,
});
rmSync(folder, { recursive: true });

const nsText = ({ wallMs }: { readonly wallMs: number }): string =>
  `${((wallMs * 1e6) / count).toFixed(0)} ns a sample`;
const day = (goalMs: number): number => (goalMs * hours) / 24;
const row = { goal: '', equal: `sum of ${count} pulses ${equal}` };
tell({
  ...row,
  what: `session pipeline, ${hours} h without a screen`,
  floor: `RxJS subject + 5 operators ${msText(took.operators)}, ${nsText(took.operators)}`,
  peers: [`with an immutable state copied ${nsText(took.copied)}`],
  ours: `${msText(took.ours)}, ${nsText(took.ours)}`,
  ratio: times(took.ours.wallMs / took.operators.wallMs),
  goal: `≤ ${day(1000).toFixed(0)} ms`,
  reached: took.ours.wallMs <= day(1000),
});
tell({
  ...row,
  what: `session pipeline, ${hours} h with its journal`,
  floor: `RxJS subject + 5 operators + a log line ${msText(took.logged)}, ${nsText(took.logged)}`,
  ours: `${msText(took.journal)}, ${nsText(took.journal)}`,
  ratio: times(took.journal.wallMs / took.logged.wallMs),
  goal: `≤ ${day(2000).toFixed(0)} ms`,
  reached: took.journal.wallMs <= day(2000),
});

type Floor = { readonly sum: number; readonly zone: string; readonly limits: object };
type Step = (state: Floor, bpm: number) => Floor;

function operators(step: Step, onFact: (bpm: number, second: number) => void = () => undefined) {
  const signals$ = new Subject<SensorSignal>();
  let second = 0;
  let last: Floor = { sum: 0, zone: 'easy', limits: { cautionBpm: 90, limitBpm: 100 } };
  signals$
    .pipe(
      map((signal) => (signal.type === 'measurement' ? signal.measurement.bpm : 0)),
      filter((bpm) => bpm > 0),
      tap((bpm) => onFact(bpm, second++)),
      scan(step, last),
      distinctUntilChanged(() => false),
    )
    .subscribe((state) => {
      last = state;
    });
  for (const { signal } of recording.signals) signals$.next(signal);
  return last.sum;
}

function logged(): number {
  const fd = openSync(join(folder, 'floor.ndjson'), 'w');
  const sum = operators(
    (state, bpm) => Object.assign(state, { sum: state.sum + bpm }),
    (bpm, second) => {
      writeSync(
        fd,
        lineOf({ type: 'measured', atMs: second * 1000, bpm, rrIntervalsMs: [60_000 / bpm] }),
      );
    },
  );
  closeSync(fd);
  return sum;
}

function conducted(keep: (facts: readonly Fact[]) => void): Promise<number> {
  const { scheduler, tickMs, run } = simulatedClock();
  let sum = 0;
  return new Promise((resolve, reject) => {
    const sensor = replay(recording, scheduler);
    conduct({ header, sensor, keys$: EMPTY, scheduler, tickMs }).subscribe({
      next: ({ facts }) => {
        for (const fact of facts) if (fact.type === 'measured') sum += fact.bpm;
        keep(facts);
      },
      error: reject,
      complete: () => resolve(sum),
    });
    run();
  });
}

async function withJournal(): Promise<number> {
  const data = mkdtempSync(join(folder, 'data-'));
  mkdirSync(join(data, 'sessions'), { mode: 0o700 });
  const journal = openJournal(data, header);
  await conducted((facts) => journal.append(facts));
  await journal.close();
  const text = readFileSync(journal.path ?? '', 'utf8');
  rmSync(data, { recursive: true });
  let sum = 0;
  for (const [, bpm] of text.matchAll(/"type":"measured","atMs":\d+,"bpm":(\d+)/g)) {
    sum += Number(bpm);
  }
  return sum;
}
