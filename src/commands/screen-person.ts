import type { Routine } from '../session/routine.ts';
import { type Question, questionsFor, stoppedBy } from '../session/screening.ts';
import type { Screening } from '../session/screening-answers.ts';
import { plainText } from '../ui/plain-text.ts';
import type { Asker } from './ask.ts';

const goOnWord = 'anyway';

/** What was answered, and whether the session may go on. */
export type Screened = { readonly screening: Screening; readonly goesOn: boolean };

/** Asks the questions of a routine (§4). A yes stops it, with the reason and what is possible instead, unless a word is typed. */
export async function screenPerson(asker: Asker, routine: Routine): Promise<Screened> {
  const questions = questionsFor(routine);
  asker.say(`Before ${plainText(routine.name)}: does any of these apply to you now?`);
  for (const [index, { text }] of questions.entries()) asker.say(`  ${index + 1}  ${text}`);
  const yes = await numbersFrom(asker, questions.length);
  const answers = Object.fromEntries(
    questions.map(({ id }, index) => [id, yes.includes(index + 1)] as const),
  );
  const stops = stoppedBy(questions, answers);
  if (stops.length === 0) return { screening: { answers }, goesOn: true };
  asker.say(`Then ${plainText(routine.name)} is not for now.`);
  for (const stop of stops) asker.say(stopLine(stop));
  const word = await asker.ask(`Enter ends here; to train all the same type ${goOnWord}: `);
  const goesOn = word.toLowerCase() === goOnWord;
  return { screening: { answers, ...(goesOn && { overridden: true }) }, goesOn };
}

const stopLine = ({ text, reason, instead }: Question): string =>
  `  ${text}: ${reason}. Instead: ${instead}.`;

async function numbersFrom(asker: Asker, most: number): Promise<readonly number[]> {
  for (;;) {
    const answer = (
      await asker.ask('Type the numbers that apply, or the word none: ')
    ).toLowerCase();
    if (['none', 'no', 'n'].includes(answer)) return [];
    const numbers = answer
      .split(/[\s,;]+/)
      .map((each) => (/^\d{1,2}$/.test(each) ? Number(each) : 0));
    if (numbers.every((each) => each >= 1 && each <= most)) return numbers;
    asker.say(`That is not clear. Type numbers from 1 to ${most}, such as 2 5, or the word none.`);
  }
}
