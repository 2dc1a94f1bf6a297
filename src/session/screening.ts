import type { Source } from './header.ts';
import type { Routine } from './routine.ts';
import type { Screened } from './screening-answers.ts';

export type Question = {
  readonly id: string;
  readonly text: string;
  readonly from: 'source' | 'ours';
  /** Why a yes stops the routine. */
  readonly reason: string;
  /** What is possible instead. */
  readonly instead: string;
  /** Whether a yes is a symptom of the day: no limits are offered on it (§2). */
  readonly isSymptom: boolean;
};

const calm = 'calm breathing, and feet and hands circles on a chair';
const doctor = 'a doctor should hear of it before you train';

const common: readonly Question[] = [
  {
    id: 'meal',
    text: 'A meal within the last hour or so',
    from: 'source',
    reason: 'after a meal the heart is busy already',
    instead: `wait an hour or two; meanwhile ${calm}`,
    isSymptom: false,
  },
  {
    id: 'ears',
    text: 'Ringing or noise in the ears',
    from: 'source',
    reason: 'that is a reason not to exert yourself',
    instead: calm,
    isSymptom: true,
  },
  {
    id: 'weak-legs',
    text: 'Weakness in the legs',
    from: 'source',
    reason: 'you might fall',
    instead: `${calm}, seated`,
    isSymptom: true,
  },
  {
    id: 'low-pressure',
    text: 'Low blood pressure today',
    from: 'source',
    reason: 'standing up and straining may make you faint',
    instead: `a glass of water, and ${calm}`,
    isSymptom: true,
  },
  {
    id: 'chest',
    text: 'Pain or pressure in the chest',
    from: 'ours',
    reason: 'that is no day for training',
    instead: 'sit down; if it is there now, call the emergency number; else ask a doctor today',
    isSymptom: true,
  },
  {
    id: 'fever',
    text: 'Fever, or an infection',
    from: 'ours',
    reason: 'exertion with fever can harm the heart',
    instead: 'rest until it has been gone for some days',
    isSymptom: true,
  },
  {
    id: 'dizzy',
    text: 'Dizziness',
    from: 'ours',
    reason: 'you might fall',
    instead: `lie or sit; ${calm}`,
    isSymptom: true,
  },
  {
    id: 'doctor',
    text: "A doctor's advice against exercise",
    from: 'ours',
    reason: 'the doctor knows more than this program',
    instead: `ask the doctor what is allowed; ${calm} may be`,
    isSymptom: false,
  },
];

const forTheBrain: readonly Question[] = [
  {
    id: 'headache',
    text: 'A headache that will not go away',
    from: 'source',
    reason: doctor,
    instead: 'see a doctor',
    isSymptom: true,
  },
  {
    id: 'speech',
    text: 'Trouble speaking, or with coordination',
    from: 'source',
    reason: doctor,
    instead: 'if it is new, call the emergency number now; else see a doctor',
    isSymptom: true,
  },
  {
    id: 'tired',
    text: 'Unusual tiredness',
    from: 'source',
    reason: doctor,
    instead: 'rest, and see a doctor if it stays',
    isSymptom: true,
  },
];

/** The questions of a routine, in the order they are asked; none where nothing asks for moderate effort. */
export function questionsFor(routine: Routine): readonly Question[] {
  if (!isDemanding(routine)) return [];
  return routine.id === 'cerebral' ? [...common, ...forTheBrain] : common;
}

const isDemanding = ({ effort, steps }: Routine): boolean =>
  [effort, ...steps.map((step) => step.effort)].some(
    (each) => each === 'moderate' || each === 'vigorous',
  );

/**
 * Whether to ask before this session. Once a day: answers of today that cover every question and hold no yes stand;
 * after a yes it is asked again, since that may have changed. A simulated heart and a recording are not asked.
 */
export function screeningNeeded(
  routine: Routine,
  source: Source,
  last: Screened | undefined,
  today: string,
): boolean {
  if (source !== 'strap' && source !== 'none') return false;
  const questions = questionsFor(routine);
  if (questions.length === 0) return false;
  if (last === undefined || last.date !== today) return true;
  return questions.some(({ id }) => answerTo(last.answers, id) !== false);
}

const answerTo = (answers: Screened['answers'], id: string): boolean | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

/** The questions answered with yes: each stops the routine. */
export const stoppedBy = (
  questions: readonly Question[],
  answers: Screened['answers'],
): readonly Question[] => questions.filter(({ id }) => answerTo(answers, id) === true);

/** Whether any answer tells of a symptom of the day. */
export const tellsOfSymptom = (answers: Screened['answers']): boolean =>
  [...common, ...forTheBrain].some(({ id, isSymptom }) => isSymptom && answerTo(answers, id));
