import { findRoutine } from '../library/library.ts';
import type { Progression } from '../review/progression.ts';
import type { Up } from '../review/up-offers.ts';
import type { Routine } from '../session/routine.ts';
import { plainText } from '../ui/plain-text.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { profileFor } from './profile.ts';
import { standingFor, withYes } from './standing-for.ts';

const kinds: Readonly<Record<string, Up['kind']>> = { up: 'level', pace: 'pace', full: 'full' };

/** `routines level`: where you stand in a routine and what is offered; `up`, `pace` and `full` say yes to one. */
export async function routineLevel(
  io: Io,
  asked: { readonly routine: string; readonly yes?: string },
  flags: DataFlags,
): Promise<number> {
  const routine = findRoutine(asked.routine, ownRoutinesFolder(io.env));
  const { store, directory } = await profileFor(io, flags, asked.yes !== undefined);
  const before = await standingFor(io, directory, store.read(), routine);
  if (asked.yes !== undefined) {
    const up = offered(routine, before, asked.yes);
    await store.change((profile) => withYes(profile, routine, up, new Date()));
  }
  const now =
    asked.yes === undefined ? before : await standingFor(io, directory, store.read(), routine);
  if (flags.json === true) {
    io.stdout.write(jsonLine({ schema: 'pulsepace/level/1', routine: routine.id, ...now }));
  } else io.stdout.write(`${[now.because, ...adapted(routine, now), ...offers(now)].join('\n')}\n`);
  return exitCode.ok;
}

function offered({ id }: Routine, { up }: Progression, yes: string): Up {
  const kind = Object.hasOwn(kinds, yes) ? kinds[yes] : undefined;
  if (kind === undefined) {
    throw new DoorError(
      `${JSON.stringify(yes)} is no step; say up for more, pace for faster, full for the full exercises.`,
    );
  }
  if ('none' in up) throw new DoorError(`Nothing is offered for ${id} now. ${up.none}`);
  const found = up.offers.find((each) => each.kind === kind);
  if (found !== undefined) return found;
  throw new DoorError(
    `That is not offered for ${id} now; pulsepace routines level ${id} shows what is.`,
  );
}

const adapted = ({ steps }: Routine, { standing }: Progression): string[] =>
  standing.adaptations.map(({ stepId, easier, cadenceFactor }) => {
    const step = steps.find(({ id }) => id === stepId);
    const name = (easier ? step?.easier?.name : step?.name) ?? stepId;
    return `  ${plainText(name)}: ${Math.round(cadenceFactor * 100)} % of the cadence`;
  });

function offers({ up }: Progression): string[] {
  if ('none' in up) return [up.none];
  const word = (kind: Up['kind']): string =>
    Object.entries(kinds).find(([, each]) => each === kind)?.[0] ?? kind;
  return up.offers.map(({ kind, because }) => `Offered (${word(kind)}): ${because}`);
}
