import { readFileSync } from 'node:fs';
import { findRoutine, routinePath } from '../library/library.ts';
import { newRoutine } from '../library/new-routine.ts';
import { type OwnRoutine, ownRoutines } from '../library/own-routines.ts';
import { routineJsonSchema } from '../library/routine-file-schema.ts';
import { routineIds } from '../library/shipped-routines.ts';
import type { Routine } from '../session/routine.ts';
import { plainText } from '../ui/plain-text.ts';
import { columns } from './columns.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { routineText } from './routine-text.ts';
import { visible } from './visible.ts';

/** `routines list`: those that come with the program, then own ones with where they come from. */
export function listRoutines(io: Io, json: boolean): void {
  const shipped = routineIds().map((id) => findRoutine(id));
  const own = ownRoutines(ownRoutinesFolder(io.env));
  if (json) {
    const items = [
      ...shipped.map((routine) => ({ ...listed(routine), origin: 'shipped' })),
      ...own.map((each) => ({ ...ownListed(each), origin: 'own', path: each.path })),
    ];
    io.stdout.write(jsonLine({ schema: 'pulsepace/routines/1', routines: items }));
    return;
  }
  const rows = [
    ...shipped.map(({ id, summary, when }) => [id, when.join(', '), summary]),
    ...own.map((each) =>
      'routine' in each
        ? [each.id, each.routine.when.join(', '), `${each.routine.summary} (yours: ${each.path})`]
        : [each.id, '', 'cannot be used, see below'],
    ),
  ];
  io.stdout.write(
    columns(
      rows.map((row) => row.map((cell) => plainText(cell, 400))),
      widthOf(io),
    ),
  );
  for (const each of own) if ('problem' in each) io.stderr.write(`${lines(each.problem)}\n`);
}

/** A terminal's columns; off one lines stay whole, for other programs. */
const widthOf = ({ stdout }: Io): number | undefined =>
  stdout.isTTY === true && stdout.columns > 0 ? stdout.columns : undefined;

const listed = ({ id, name, summary, when, steps }: Routine) => ({
  id,
  name,
  summary,
  when,
  steps: steps.length,
});

const ownListed = (own: OwnRoutine) =>
  'routine' in own ? listed(own.routine) : { id: own.id, problem: own.problem };

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => plainText(line, 400))
    .join('\n');

/** `routines show`: what is done, how much of it, and what to mind. */
export function showRoutine(
  io: Io,
  idOrPath: string,
  as: { json?: boolean; yaml?: boolean },
): void {
  const folder = ownRoutinesFolder(io.env);
  const routine = findRoutine(idOrPath, folder);
  if (as.yaml === true) {
    const yaml = readFileSync(routinePath(idOrPath, folder), 'utf8');
    io.stdout.write(io.stdout.isTTY === true ? visible(yaml) : yaml);
  } else if (as.json === true)
    io.stdout.write(jsonLine({ schema: 'pulsepace/routine/1', routine }));
  else io.stdout.write(routineText(routine, widthOf(io)));
}

/** `routines check`: says that a file is right, or throws with line and column. */
export function checkRoutine(io: Io, idOrPath: string): void {
  const folder = ownRoutinesFolder(io.env);
  const routine = findRoutine(idOrPath, folder);
  const steps = `${routine.steps.length} ${routine.steps.length === 1 ? 'step' : 'steps'}`;
  const path = plainText(routinePath(idOrPath, folder), 400);
  io.stdout.write(`${path}: ${plainText(routine.name)}, ${steps}, is right.\n`);
}

/** `routines new`: a commented example to begin from. */
export function createRoutine(io: Io, name: string): void {
  const path = newRoutine(name, ownRoutinesFolder(io.env));
  io.stdout.write(`${path}\n`);
  io.stderr.write(`Edit it, then: pulsepace routines check ${name}\n`);
}

/** `routines schema`: the JSON Schema of a routine file, for editors. */
export const printSchema = (io: Io): void => void io.stdout.write(routineJsonSchema());
