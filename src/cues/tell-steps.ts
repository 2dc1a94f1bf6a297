import { adaptedStep } from '../session/adapted-step.ts';
import type { EndReason, Fact, FactOf } from '../session/facts.ts';
import { isRest } from '../session/header.ts';
import type { Plan } from '../session/plan.ts';
import type { SessionState } from '../session/state.ts';
import { downTo } from '../session/threshold-words.ts';
import { isKnown } from '../session/trust.ts';
import { watchWords } from '../session/watch-words.ts';
import { lengthInWords, sentence, speakable } from './speakable.ts';
import { tellEnd } from './tell-end.ts';
import type { Telling } from './telling.ts';

/** What leads through the routine: steps, rests, questions, the end; undefined for every other fact. */
export function tellStep(
  fact: Fact,
  before: SessionState,
  state: SessionState,
): Telling | undefined {
  switch (fact.type) {
    case 'baseline-began':
      return step(
        'Sit still. Your pulse at rest is measured.',
        `It takes ${lengthInWords(fact.lengthMs)}. Breathe as you like. Do not talk. ${nextWords(state)}`,
      );
    case 'baseline-ended':
      return baselineEnded(fact, state);
    case 'standing-asked':
      return step(
        `${nameOf(state, fact.stepIndex)} is standing work, and your pulse at rest is high. s does it all the same, n leaves it out.`,
        `Without an answer it is left out after ${lengthInWords(fact.lengthMs)}.`,
      );
    case 'get-ready-began':
      return getReady(fact, before, state);
    case 'exercise-began':
      return step(['Go.', sideWords(fact.plan)].filter(Boolean).join(' '), ...doseWords(fact.plan));
    case 'exercise-eased':
      return step('Slower.');
    case 'rest-began':
      return rest(fact, state);
    case 'rest-offered':
      return step('Your pulse is still up. r rests on, n goes on, c cools down.');
    case 'recovery-began':
      return step(
        'Sit down and breathe.',
        `The exercise goes on, lighter, when your pulse is ${downTo(fact.belowBpm)}.`,
      );
    case 'cool-down-began':
      return step(
        `${coolDownReason(fact.reason)}Cool-down. Sit and let your pulse come down.`,
        `It takes ${lengthInWords(fact.lengthMs)}.`,
      );
    case 'session-ended':
      return tellEnd(fact.reason, state);
    default:
      return tellInterruption(fact, state);
  }
}

/** What stands between the person and the routine, and its end. */
function tellInterruption(fact: Fact, state: SessionState): Telling | undefined {
  switch (fact.type) {
    case 'held':
      return isKnown(state.trust)
        ? undefined
        : step(
            fact.reason === 'searching' ? 'Waiting for your pulse.' : 'Stop and wait.',
            'All clocks stand. It goes on by itself when the pulse is there.',
          );
    case 'hold-countdown-began':
      return isInPosition(state) ? step('Get back into position.') : undefined;
    case 'hold-ended':
      return isInPosition(state) ? step('Go on.') : undefined;
    case 'paused':
      return step('Paused.', `Space goes on. ${watchWords(state)}`);
    case 'resumed':
      return state.discomfort === undefined && state.windUp === undefined
        ? step('Going on.')
        : undefined;
    case 'slept':
      return step('The machine was asleep. Paused since then.', 'Space goes on.');
    case 'end-asked':
      return step('End? q ends, any other key carries on.');
    case 'end-withdrawn':
      return step('It carries on.');
    default:
      return undefined;
  }
}

const step = (text: string, ...more: string[]): Telling => ({
  kind: 'step',
  text,
  ...(more.length > 0 && { more }),
});

function baselineEnded(
  { restingBpm, isRaised }: FactOf<'baseline-ended'>,
  { limits }: SessionState,
): Telling {
  if (restingBpm === undefined) return step('Your pulse at rest was not measured.');
  const text = `Your pulse at rest is ${restingBpm}.`;
  if (!isRaised) return step(text);
  return step(
    text,
    `That is near ${limits.cautionBpm}, where this routine warns.`,
    'It is common when unfit, hurried, after coffee or with fever.',
    'Today: breathing and seated circles.',
    'If it stays so on several calm mornings, ask a doctor.',
  );
}

const nextWords = ({ header }: SessionState): string =>
  isRest(header) ? 'n ends it with what was measured.' : 'n goes on without it.';

const isInPosition = ({ phase }: SessionState): boolean => phase.name === 'exercise';

const nameOf = ({ header }: SessionState, stepIndex: number): string =>
  speakable(adaptedStep(header, stepIndex)?.name ?? '');

/** A step that goes on after a stop has been explained already. */
function getReady(
  { stepIndex, lengthMs }: FactOf<'get-ready-began'>,
  before: SessionState,
  state: SessionState,
): Telling {
  const ready = `Get ready. ${sentence(nameOf(state, stepIndex))}`;
  const begins = `It ${before.work?.stepIndex === stepIndex ? 'goes on' : 'begins'} in ${lengthInWords(lengthMs)}.`;
  if (before.work?.stepIndex === stepIndex) return step(ready, begins);
  const plan = adaptedStep(state.header, stepIndex);
  return step(
    ready,
    `Step ${stepIndex + 1} of ${state.header.routine.steps.length}.`,
    begins,
    ...(plan?.optional === true ? ['As you like, n leaves it out.'] : []),
    ...[...(plan?.prompt ?? []), plan?.breathing ?? ''].map(sentence).filter((line) => line !== ''),
  );
}

/** How much the first stretch of a plan is: `8 times.` or `1 minute.` */
function doseWords([first]: Plan): string[] {
  switch (first?.kind) {
    case 'reps':
      return [first.reps - first.done === 1 ? 'Once.' : `${first.reps - first.done} times.`];
    case 'move':
      return [`${lengthInWords(first.lengthMs)}.`];
    case 'hold':
      return [
        first.of === 1
          ? `One hold of ${lengthInWords(first.lengthMs)}.`
          : `${first.of} holds, ${lengthInWords(first.lengthMs)} each.`,
      ];
    default:
      return [];
  }
}

function rest(
  { stepIndex, reason, lengthMs, belowBpm }: FactOf<'rest-began'>,
  state: SessionState,
): Telling {
  const isLying = state.header.routine.steps[stepIndex]?.restPosture === 'lying';
  const why = reason === 'caution' ? 'Your pulse is up. ' : '';
  return step(
    `${why}Rest. ${isLying ? 'Lie down.' : 'Sit down.'}`,
    `${lengthMs === 0 ? 'Until' : `${lengthInWords(lengthMs)}, and until`} your pulse is ${downTo(belowBpm)}.`,
  );
}

/** `Left side.` for a side, a way of turning as it is; '' where the plan begins with none. */
export function sideWords(plan: Plan): string {
  const [first] = plan;
  const side = first !== undefined && 'side' in first ? first.side : undefined;
  if (side === undefined) return '';
  const words = speakable(side);
  return sentence(side === 'left' || side === 'right' ? `${words} side` : words).replace(
    /^./u,
    (initial) => initial.toUpperCase(),
  );
}

const coolDownReasons: Partial<Record<EndReason, string>> = {
  'enough-for-today': 'Enough for today. ',
  'still-raised': 'Your pulse is still up, enough for today. ',
  'rest-unanswered': 'Your pulse stayed up, enough for today. ',
  'signal-lost': 'The pulse was lost too long. ',
};

const coolDownReason = (reason: EndReason): string => coolDownReasons[reason] ?? '';
