import { asciiMarks, calendarLines, unicodeMarks } from './calendar-lines.ts';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { plansNow } from './plans-now.ts';
import { profileFor } from './profile.ts';

/** `routines due`: what is due now, the last eight weeks, and the weeks in a row in which the plan was kept. */
export async function routinesDue(io: Io, flags: DataFlags): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  const { now, plans, due, regularity } = await plansNow(io, store.read(), directory);
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
