import { findRoutine } from '../library/library.ts';
import { ownRoutines } from '../library/own-routines.ts';
import { routineIds } from '../library/shipped-routines.ts';
import type { Due } from '../review/regularity.ts';
import type { MenuItem } from '../ui/menu.ts';
import { plainText } from '../ui/plain-text.ts';

/** Where the pulse of the next session comes from. */
export type PulseFrom = { readonly words: string; readonly args: readonly string[] };

/** A line of the home screen and the command line behind it; `start` opens the list of routines, `pulse` takes the next source. */
export type Choice = MenuItem & { readonly does: readonly string[] | 'start' | 'pulse' };

/** A strap, else the simulator, else none; what the environment names comes first. */
export function pulseSources(strap: string | undefined, fromEnv: string | undefined): PulseFrom[] {
  const worn = strap === undefined ? 'a strap, to be found' : `your strap ${plainText(strap, 24)}`;
  const chosen = fromEnv === undefined ? worn : `${plainText(fromEnv, 24)} (PULSEPACE_SENSOR)`;
  return [
    { words: chosen, args: [] },
    { words: 'SIMULATED STRAP, to try it out', args: ['--sensor', 'simulator'] },
    { words: 'no strap, UNGUARDED: a plain timer', args: ['--no-sensor'] },
  ];
}

/** The lines of the home screen. */
export const homeChoices = (pulse: PulseFrom): readonly Choice[] => [
  { key: 's', label: 'Start', about: 'a routine, by your pulse', does: 'start' },
  {
    key: 'w',
    label: 'Watch',
    about: 'pulse and guard on a walk',
    does: ['watch', ...pulse.args],
  },
  {
    key: 't',
    label: 'Rest',
    about: 'your pulse at rest',
    does: ['rest', ...pulse.args],
  },
  { key: 'v', label: 'Pulse', about: `from ${pulse.words}`, does: 'pulse' },
  { key: 'r', label: 'Review', about: 'the sessions so far', does: ['log', 'browse'] },
  { key: 'l', label: 'Last', about: 'your last session, drawn', does: ['log', 'show'] },
  { key: 'd', label: 'Trends', about: 'your weeks, in numbers', does: ['trends'] },
  { key: 'n', label: 'Sensors', about: 'find a strap, choose yours', does: ['sensors', 'scan'] },
  { key: 'p', label: 'Profile', about: 'what is known of you', does: ['profile', 'edit'] },
  { key: 'x', label: 'Doctor', about: 'what hinders Bluetooth', does: ['doctor'] },
];

/** Every routine, those that are due first, own ones among them; one that cannot be used says so and is not chosen. */
export function routineChoices(
  ownFolder: string | undefined,
  due: readonly Due[],
  pulse: PulseFrom,
): readonly Choice[] {
  const shipped = routineIds().map((id) => ({ id, routine: findRoutine(id) }));
  const isDue = (id: string): boolean => due.some(({ routineId }) => routineId === id);
  const all = [...shipped, ...ownRoutines(ownFolder)].toSorted(
    (one, other) => Number(isDue(other.id)) - Number(isDue(one.id)),
  );
  return all.map((each, index) => {
    const key = index < 9 ? String(index + 1) : ' ';
    const label = plainText(each.id, 24);
    if ('problem' in each) {
      const about = `cannot be used: pulsepace routines check ${label}`;
      return { key, label, about, isOff: true, does: 'start' };
    }
    const about = plainText(
      isDue(each.id) ? `DUE · ${each.routine.summary}` : each.routine.summary,
    );
    return { key, label, about, does: ['train', each.id, ...pulse.args] };
  });
}
