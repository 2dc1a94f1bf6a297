import type { Fact, FactOf } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import type { Routine } from '../../src/session/routine.ts';
import { headerOf, plainRoutine, type Span, storyOf, tell } from './story.ts';

const paceFacts: Fact['type'][] = [
  'get-ready-began',
  'exercise-began',
  'exercise-eased',
  'exercise-ended',
  'rest-began',
  'recovery-began',
  'open-began',
  'cool-down-began',
  'session-ended',
];

/** The story of a routine's phases alone. */
export const paceOf = (routine: Routine, ...inputs: (readonly Input[])[]): string[] =>
  storyOf(tell(headerOf(routine), inputs.flat()).facts, ...paceFacts);

export const ofType = <T extends Fact['type']>(facts: readonly Fact[], type: T): FactOf<T>[] =>
  facts.filter((fact): fact is FactOf<T> => fact.type === type);

/** Four exercises of a minute at 30 a minute, for stories of the limit. */
export const cadenced = headerOf(plainRoutine(4, { type: 'time', seconds: 60, cadencePerMin: 30 }));

/** How exercises are stopped by `over` and go on, in the cadenced session. */
export const overStoryOf = (inputs: readonly Input[]): string[] =>
  storyOf(
    tell(cadenced, inputs).facts,
    ...paceFacts.filter((type) => type !== 'exercise-eased'),
    'over-stop-counted',
  );

/** Ten seconds of exercise, from 15 s to 25 s. */
export const moved: Span = [80, 25];
