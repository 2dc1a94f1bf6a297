import { irregularRhythm, mostArtefactsPercent } from '../review/hrv/quality.ts';
import type { FactOf } from '../session/facts.ts';
import type { SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { createIntervalJudge, type JudgedInterval } from './interval-judge.ts';

/** What the RR intervals of the last minute say: the share of spoilt ones, and at rest how the pulse varies. */
export type BeatFigures = {
  readonly artefactPercent: number;
  /** In ms, over this many seconds of sound intervals; whole tens, so that it is not written anew each second. */
  readonly rmssd?: { readonly ms: number; readonly overS: number };
};

export type LiveBeats = {
  /** Takes up what a turn brought. */
  readonly follow: (turn: Turn) => void;
  /** Undefined where no interval came, or a told irregular rhythm makes every one look spoilt. */
  readonly figures: () => BeatFigures | undefined;
};

type Beat = JudgedInterval & { readonly atMs: number };

const windowMs = 60_000;
const leastSoundMs = 30_000;
const leastDifferences = 20;

/** The intervals of the last minute, each judged once as it comes; nothing is learnt from a value not trusted. */
export function createLiveBeats(): LiveBeats {
  const { judge, part } = createIntervalJudge();
  let beats: Beat[] = [];
  let measuredMs = Number.NEGATIVE_INFINITY;
  let restSinceMs: number | undefined;
  let state: SessionState | undefined;
  let known: BeatFigures | undefined;
  let isKnown = false;

  function measured(fact: FactOf<'measured'>, jumpWithinS: number): void {
    if (fact.distrust !== undefined || fact.atMs - measuredMs > jumpWithinS * 1000) part();
    measuredMs = fact.atMs;
    if (fact.distrust !== undefined) return;
    for (const rrMs of fact.rrIntervalsMs) beats.push({ atMs: fact.atMs, ...judge(rrMs) });
  }

  function forget(untilMs: number): boolean {
    const [oldest] = beats;
    if (oldest === undefined || oldest.atMs > untilMs) return false;
    beats = beats.filter(({ atMs }) => atMs > untilMs);
    return true;
  }

  function figuresNow(): BeatFigures | undefined {
    if (state === undefined || state.header.isIrregularTold || beats.length === 0) return;
    const sinceMs = restSinceMs ?? Number.POSITIVE_INFINITY;
    const rmssd = rmssdOf(beats.filter(({ atMs }) => atMs > sinceMs));
    const artefactPercent = Math.round(percentSpoilt(beats));
    return { artefactPercent, ...(rmssd !== undefined && { rmssd }) };
  }

  return {
    follow: (turn) => {
      ({ state } = turn);
      for (const fact of turn.facts) {
        if (fact.type === 'measured') measured(fact, state.header.rules.jumpWithinS);
      }
      restSinceMs = isAtRest(state) ? (restSinceMs ?? turn.atMs) : undefined;
      const isAged = forget(turn.atMs - windowMs);
      if (isAged || turn.facts.length > 0) isKnown = false;
    },
    figures: () => {
      if (!isKnown) known = figuresNow();
      isKnown = true;
      return known;
    },
  };
}

/** Whether the person is asked to keep still, and nothing interrupts it. */
const isAtRest = ({ phase, paused, hold, trust }: SessionState): boolean =>
  ['baseline', 'rest', 'cool-down'].includes(phase.name) &&
  paused === undefined &&
  hold === undefined &&
  trust === 'live';

const percentSpoilt = (beats: readonly Beat[]): number =>
  (100 * beats.filter(({ isSound }) => !isSound).length) / beats.length;

/** As `docs/analytics.md` has it: 30 s, 20 differences, 5 % spoilt at most, and no rhythm that is irregular throughout. */
function rmssdOf(beats: readonly Beat[]): BeatFigures['rmssd'] {
  const rrMs = beats.filter(({ isSound }) => isSound).map((beat) => beat.rrMs);
  const soundMs = rrMs.reduce((sum, each) => sum + each, 0);
  if (soundMs < leastSoundMs || percentSpoilt(beats) > mostArtefactsPercent.value) return;
  const differences = beats.flatMap(({ differenceMs }) => differenceMs ?? []);
  if (differences.length < leastDifferences) return;
  if (irregularRhythm(rrMs, differences) !== undefined) return;
  const squares = differences.reduce((sum, each) => sum + each ** 2, 0);
  return {
    ms: Math.round(Math.sqrt(squares / differences.length)),
    overS: 10 * Math.floor(soundMs / 10_000),
  };
}
