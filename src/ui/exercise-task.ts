import { adaptedStep } from '../session/adapted-step.ts';
import type { Dose } from '../session/dose.ts';
import type { Segment } from '../session/plan.ts';
import { type Place, placeIn } from '../session/progress.ts';
import type { Step } from '../session/routine.ts';
import type { SessionState } from '../session/state.ts';
import { isUnguarded, mayMove } from '../session/unguarded.ts';
import { breathAt } from './breathing-guide.ts';
import { countdownText, durationText } from './clock-text.ts';
import { plainText } from './plain-text.ts';
import { sideText } from './session-words.ts';
import type { Task } from './task.ts';

/** A step in words, before anything of it is counted. */
export function stepTask(state: SessionState, stepIndex: number): Task {
  const { steps } = state.header.routine;
  const step = adaptedStep(state.header, stepIndex);
  return {
    mood: 'do',
    title: plainText(step?.name ?? '', 60),
    place: `${stepIndex + 1} of ${steps.length}`,
    unit: '',
    lines: step === undefined ? [] : promptLines(step),
  };
}

const promptLines = (step: Step): string[] =>
  [...step.prompt, step.breathing].map((line) => plainText(line, 120));

/** A step under way: its prompt, and the count or time to follow. */
export function exerciseTask(state: SessionState, stepIndex: number, intoMs: number): Task {
  const task = stepTask(state, stepIndex);
  const plan = state.work?.plan ?? [];
  const place = placeIn(plan, intoMs);
  const dose = state.header.routine.steps[stepIndex]?.dose;
  const pace = place === undefined ? { unit: '' } : paceOf(place, plan[place.index + 1], dose);
  const isBlind = isUnguarded(state) && place?.segment.kind === 'settle';
  const waits = mayMove(state) ? [] : ['The clock waits for your pulse.'];
  return { ...task, ...pace, ...(isBlind && { unit: 'so far' }), lines: [...waits, ...task.lines] };
}

/** What a step that is made ready begins with, where it has sides or sets. */
export function firstText({ work, header }: SessionState, stepIndex: number): string | undefined {
  const first = work?.plan[0];
  if (first === undefined || !('side' in first || 'set' in first)) return undefined;
  const set = first.kind === 'reps' ? setText(first) : undefined;
  return set ?? sideOf(first.side, header.routine.steps[stepIndex]?.dose);
}

type Pace = Pick<Task, 'big' | 'unit' | 'beat' | 'breath'>;

function paceOf(
  { segment, intoMs, leftMs, repsDone }: Place,
  next: Segment | undefined,
  dose: Dose | undefined,
): Pace {
  switch (segment.kind) {
    case 'reps':
      return {
        big: String(Math.min(segment.reps, repsDone + 1)),
        unit: parts(
          `of ${segment.reps}`,
          setText(segment),
          sideOf(segment.side, dose),
          cadenceText(segment.cadencePerMin),
        ),
        beat: ((intoMs * segment.cadencePerMin) / 60_000) % 1,
      };
    case 'move':
      return {
        big: countdownText(leftMs),
        unit: parts(sideOf(segment.side, dose) ?? 'left', cadenceText(segment.cadencePerMin)),
        ...(segment.cadencePerMin !== undefined && {
          beat: ((intoMs * segment.cadencePerMin) / 60_000) % 1,
        }),
      };
    case 'hold':
      return {
        big: String(Math.ceil(leftMs / 1000)),
        unit: parts(`s hold · ${segment.rep} of ${segment.of}`, sideOf(segment.side, dose)),
      };
    case 'pause':
      return { big: countdownText(leftMs), unit: parts('rest', thenText(next)) };
    case 'settle':
      return {
        big: durationText(intoMs),
        unit: 'until it is down',
        breath: breathAt(intoMs),
      };
    case 'open':
      return { big: durationText(intoMs), unit: 'n when you are done' };
  }
}

/** What a pause within an exercise leads to: the next set, the other side, or the next hold. */
function thenText(next: Segment | undefined): string | undefined {
  if (next?.kind === 'reps') {
    const set = setText(next);
    return set && `then ${set}`;
  }
  if (next?.kind !== 'hold') return undefined;
  const { side, rep, of } = next;
  return side !== undefined && rep === 1 ? `then ${sideText(side)}` : `then hold ${rep} of ${of}`;
}

const setText = ({ set, sets = 1 }: Segment & { kind: 'reps' }): string | undefined =>
  set === undefined || sets < 2 ? undefined : `set ${set} of ${sets}`;

function sidesIn(dose: Dose | undefined): readonly string[] {
  const isSided = dose?.type === 'time' || dose?.type === 'reps' || dose?.type === 'holds';
  return (isSided && (dose.each ?? dose.halves)) || [];
}

/** `left, 1 of 2`: the side, and how many of them there are. */
function sideOf(side: string | undefined, dose: Dose | undefined): string | undefined {
  if (side === undefined) return undefined;
  const sides = sidesIn(dose);
  const at = sides.indexOf(side);
  return at < 0 ? sideText(side) : `${plainText(side, 20)}, ${at + 1} of ${sides.length}`;
}

const cadenceText = (perMin: number | undefined): string | undefined =>
  perMin === undefined ? undefined : `${Math.round(perMin)}/min`;

export const parts = (...all: readonly (string | undefined)[]): string =>
  all.filter((part) => part !== undefined).join(' · ');
