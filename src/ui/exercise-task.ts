import { adaptedStep } from '../session/adapted-step.ts';
import { type Place, placeIn } from '../session/progress.ts';
import type { Step } from '../session/routine.ts';
import type { SessionState } from '../session/state.ts';
import { mayMove } from '../session/unguarded.ts';
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
  const place = placeIn(state.work?.plan ?? [], intoMs);
  const pace = place === undefined ? { unit: '' } : paceOf(place);
  const waits = mayMove(state) ? [] : ['The clock waits for your pulse.'];
  return { ...task, ...pace, lines: [...waits, ...task.lines] };
}

type Pace = Pick<Task, 'big' | 'unit' | 'beat' | 'breath'>;

function paceOf({ segment, intoMs, leftMs, repsDone }: Place): Pace {
  switch (segment.kind) {
    case 'reps':
      return {
        big: String(Math.min(segment.reps, repsDone + 1)),
        unit: parts(`of ${segment.reps}`, segment.side, cadenceText(segment.cadencePerMin)),
        beat: ((intoMs * segment.cadencePerMin) / 60_000) % 1,
      };
    case 'move':
      return {
        big: countdownText(leftMs),
        unit: parts('left', segment.side, cadenceText(segment.cadencePerMin)),
        ...(segment.cadencePerMin !== undefined && {
          beat: ((intoMs * segment.cadencePerMin) / 60_000) % 1,
        }),
      };
    case 'hold':
      return {
        big: String(Math.ceil(leftMs / 1000)),
        unit: parts('s · hold', segment.side, `${segment.rep} of ${segment.of}`),
      };
    case 'pause':
      return { big: countdownText(leftMs), unit: 'rest between' };
    case 'settle':
      return {
        big: durationText(intoMs),
        unit: 'until your pulse is down',
        breath: breathAt(intoMs),
      };
    case 'open':
      return { big: durationText(intoMs), unit: 'n when you are done' };
  }
}

const cadenceText = (perMin: number | undefined): string | undefined =>
  perMin === undefined ? undefined : `${Math.round(perMin)} a minute`;

const parts = (first: string, side: string | undefined, last: string | undefined): string =>
  [first, side === undefined ? undefined : sideText(side), last]
    .filter((part) => part !== undefined)
    .join(' · ');
