import type { Dose } from '../session/dose.ts';
import type { Routine, Step } from '../session/routine.ts';
import { plainText } from '../ui/plain-text.ts';
import { hanging } from './hanging.ts';

/** A routine in words: what is done, how much of it, and what to mind; on a terminal no line is wider than that. */
export function routineText(routine: Routine, width = Number.POSITIVE_INFINITY): string {
  const lines = [
    `${routine.name} (${routine.id})`,
    routine.summary,
    ...routine.cautions.map((caution) => `! ${caution}`),
    ...routine.steps.flatMap((step, index) => ['', ...describeStep(step, index + 1)]),
  ];
  const rows = lines.flatMap((line) => {
    const [start = ''] = /^ *(! )?/.exec(line) ?? [];
    return hanging(start, plainText(line.slice(start.length)), width);
  });
  return `${rows.join('\n')}\n`;
}

const describeStep = (step: Step, number: number): string[] => [
  `${number}. ${step.name}: ${inWords(step.dose)} (${step.posture}, ${step.effort})`,
  ...step.prompt.map((line) => `   ${line}`),
  `   ${step.breathing}`,
  ...step.cautions.map((caution) => `   ! ${caution}`),
  ...(step.easier === undefined ? [] : [`   Easier: ${step.easier.name}`]),
];

type Amount = number | { readonly least: number; readonly most: number };

const range = (amount: Amount): string =>
  typeof amount === 'number' ? `${amount}` : `${amount.least}–${amount.most}`;

function inWords(dose: Dose): string {
  switch (dose.type) {
    case 'time':
      return `${range(dose.seconds)} s${onSides(dose)}`;
    case 'reps':
      return `${range(dose.reps)} times${onSides(dose)}, ${dose.cadencePerMin} a minute`;
    case 'holds':
      return `${range(dose.reps)} holds of ${range(dose.holdSeconds)} s${onSides(dose)}, ${range(dose.restSeconds)} s rest`;
    case 'sets':
      return `${range(dose.sets)} sets of ${range(dose.reps)}, ${range(dose.restSeconds)} s rest`;
    case 'settle':
      return `${dose.atLeastSeconds}–${dose.atMostSeconds} s, until the pulse is down`;
    case 'open':
      return 'as long as you like';
  }
}

function onSides({
  each,
  halves,
}: {
  each?: string[] | undefined;
  halves?: string[] | undefined;
}): string {
  if (each !== undefined) return `, each of ${each.join(' and ')}`;
  return halves === undefined ? '' : `, shared by ${halves.join(' and ')}`;
}
