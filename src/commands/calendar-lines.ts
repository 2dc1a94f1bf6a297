import type { Regularity } from '../review/regularity.ts';
import type { PracticePlan } from '../session/practice-plan.ts';

/** A sign for each kind of day, and for a week that was kept. */
type Marks = {
  readonly done: string;
  readonly open: string;
  readonly free: string;
  readonly kept: string;
};
export const unicodeMarks: Marks = { done: '●', open: '○', free: '·', kept: '✓' };
export const asciiMarks: Marks = { done: 'x', open: 'o', free: '.', kept: '+' };

/** A plan and its weeks, a week a line: a mark for a day on which it was done, one where it was planned, one where neither was. */
export function calendarLines(
  plan: PracticePlan,
  regularity: Regularity | undefined,
  today: string,
  marks: Marks,
): string[] {
  if (regularity === undefined) return [];
  const { weeks, weeksKept } = regularity;
  return [
    '',
    `${plan.routineId}: ${plan.times.join(', ')} · ${plan.days.join(' ')} · ${keptText(weeksKept)}`,
    '            m t w t f s s',
    ...weeks.map(({ monday, days, kept }) => {
      const cells = days.map(({ date, planned, done }) => {
        if (done > 0) return marks.done;
        return date > today ? ' ' : planned > 0 ? marks.open : marks.free;
      });
      return `${monday}  ${cells.join(' ')}${kept === true ? `  ${marks.kept}` : ''}`.trimEnd();
    }),
  ];
}

function keptText(weeks: number): string {
  if (weeks === 0) return 'every week is a new beginning';
  return weeks === 1 ? '1 week kept' : `${weeks} weeks kept in a row`;
}
