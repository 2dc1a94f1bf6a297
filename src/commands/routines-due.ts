import { mondayOf } from '../review/local-day.ts';
import { dueNow, type Regularity, regularityOf } from '../review/regularity.ts';
import type { PracticePlan } from '../session/practice-plan.ts';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { profileFor } from './profile.ts';
import { storedPractices } from './stored-practices.ts';
import { localNow } from './today.ts';

const lookBackDays = 53 * 7;

/** `routines due`: what is due now, the last eight weeks, and the weeks in a row in which the plan was kept. */
export async function routinesDue(io: Io, flags: DataFlags): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  const plans = store.read().plans ?? [];
  const now = localNow();
  const since = mondayOf(now.day) - lookBackDays;
  const practices =
    plans.length === 0 ? [] : await storedPractices(io, directory, { sinceDay: since });
  const due = dueNow(plans, practices, now);
  const regularity = plans.map((plan) => regularityOf(plan, practices, now.day));
  if (flags.json === true) {
    io.stdout.write(
      jsonLine({ schema: 'pulsepace/due/1', date: now.date, due, plans, regularity }),
    );
    return exitCode.ok;
  }
  if (plans.length === 0) {
    io.stderr.write(
      'Nothing is planned: pulsepace routines plan heart morning mon,wed,fri begins a plan.\n',
    );
    return exitCode.ok;
  }
  const marks = drawingFor(io).unicode === false ? asciiMarks : unicodeMarks;
  const lines = [
    ...(due.length === 0
      ? ['Nothing is due now.']
      : due.map(({ routineId, part }) => `Due: ${routineId} (${part})`)),
    ...plans.flatMap((plan, index) => calendarLines(plan, regularity[index], now.date, marks)),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  return exitCode.ok;
}

type Marks = {
  readonly done: string;
  readonly open: string;
  readonly free: string;
  readonly kept: string;
};
const unicodeMarks: Marks = { done: '●', open: '○', free: '·', kept: '✓' };
const asciiMarks: Marks = { done: 'x', open: 'o', free: '.', kept: '+' };

/** A week a line: a mark for a day on which it was done, one where it was planned, one where neither was. */
function calendarLines(
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
