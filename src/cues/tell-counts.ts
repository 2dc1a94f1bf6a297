import { type Place, placeIn } from '../session/progress.ts';
import type { SessionState } from '../session/state.ts';
import { elapsedMs } from '../session/stopwatch.ts';
import { mayMove } from '../session/unguarded.ts';
import { sideWords } from './tell-steps.ts';
import type { Telling } from './telling.ts';

/** A session at a moment; time passes for it without facts. */
export type Moment = { readonly state: SessionState; readonly atMs: number };

/** What is breathed some time after the guide began: `breathe in`. */
export type BreathWord = (intoMs: number) => string;

/** Where a count stands. What is told when it moves from one `at` to another; nothing where the text is empty. */
type Spot = { readonly at: string; readonly text: string };

const longestCountedPerMin = 30;
const fastEvery = 5;
const countdownS = 3;
const soonMs = 10_000;
const worthHalvingMs = 40_000;

/** The count between two moments: reps, holds, halves, breaths, and a change of side. */
export function tellCount(
  before: Moment,
  now: Moment,
  breathWord: BreathWord,
): Telling | undefined {
  const side = changedSide(before, now);
  if (side !== '') return { kind: 'step', text: side };
  const was = spotAt(before, breathWord);
  const is = spotAt(now, breathWord);
  if (is === undefined || is.text === '' || is.at === was?.at) return undefined;
  return { kind: 'count', text: is.text };
}

function changedSide(before: Moment, now: Moment): string {
  const was = placeAt(before);
  const is = placeAt(now);
  if (was === undefined || is === undefined) return '';
  const from = sideWords([was.segment]);
  const to = sideWords([is.segment]);
  const isSameStep = stepOf(before) === stepOf(now);
  return isSameStep && from !== '' && from !== to ? to : '';
}

const stepOf = ({ state: { phase } }: Moment): number | undefined =>
  'stepIndex' in phase ? phase.stepIndex : undefined;

function placeAt({ state, atMs }: Moment): Place | undefined {
  if (state.phase.name !== 'exercise' || !mayMove(state)) return undefined;
  return placeIn(state.work?.plan ?? [], elapsedMs(state.clock, atMs));
}

function spotAt(moment: Moment, breathWord: BreathWord): Spot | undefined {
  const { state, atMs } = moment;
  const { phase, paused, hold, discomfort } = state;
  if (paused !== undefined || hold !== undefined || phase.name === 'ended') return undefined;
  const intoMs = elapsedMs(state.clock, atMs);
  if (discomfort !== undefined || phase.name === 'recovery') return breath(intoMs, breathWord);
  if (phase.name === 'get-ready') return lastSeconds(phase.lengthMs - intoMs, 'ready');
  const place = placeAt(moment);
  return place && spotOf(place, intoMs, breathWord);
}

function spotOf(place: Place, intoMs: number, breathWord: BreathWord): Spot | undefined {
  const { segment, leftMs } = place;
  switch (segment.kind) {
    case 'reps':
      return repSpot(place.repsDone + 1, segment.reps, segment.cadencePerMin);
    case 'hold':
      return leftMs > countdownS * 1000
        ? {
            at: `hold ${segment.rep} ${segment.side}`,
            text: `Hold, ${segment.rep} of ${segment.of}.`,
          }
        : lastSeconds(leftMs, `hold ${segment.rep} ${segment.side}`);
    case 'pause':
      return { at: 'pause', text: 'Let go.' };
    case 'move':
      return moveSpot(leftMs, segment.lengthMs);
    case 'settle':
      return breath(intoMs, breathWord);
    case 'open':
      return undefined;
  }
}

/** Each rep where there is time to say it, else each fifth; the last one always. */
function repSpot(rep: number, of: number, perMin: number): Spot {
  if (rep >= of) return { at: `rep ${of}`, text: `${of}, the last.` };
  const every = perMin <= longestCountedPerMin ? 1 : fastEvery;
  return { at: `rep ${rep}`, text: rep % every === 0 ? String(rep) : '' };
}

function moveSpot(leftMs: number, lengthMs: number): Spot {
  if (leftMs <= soonMs) return { at: 'soon', text: lengthMs > 2 * soonMs ? '10 seconds.' : '' };
  const isHalf = lengthMs >= worthHalvingMs && leftMs <= lengthMs / 2;
  return isHalf ? { at: 'half', text: 'Half.' } : { at: 'begun', text: '' };
}

function lastSeconds(leftMs: number, what: string): Spot {
  const leftS = Math.max(1, Math.ceil(leftMs / 1000));
  return { at: `${what} ${leftS}`, text: leftS <= countdownS ? String(leftS) : '' };
}

function breath(intoMs: number, breathWord: BreathWord): Spot {
  const word = breathWord(intoMs);
  return { at: word, text: `${word.charAt(0).toUpperCase()}${word.slice(1)}.` };
}
