import { openRoutine, type Routine, type Step } from '../session/routine.ts';
import type { CarriedLap, CarriedSession } from './carried-session.ts';
import { hasSteps } from './imported-facts.ts';

const asTheFileHasIt = 'As it was done elsewhere.';

/** The laps of an imported session as the steps of a routine; an open one where it has none. */
export function importedRoutine(session: CarriedSession): Routine {
  const { laps, title, origin } = session;
  if (!hasSteps(laps)) return openRoutine;
  return {
    schemaVersion: 1,
    id: idOf(origin?.routineId ?? '') ?? 'imported',
    name: lineOf(title ?? '', 'Imported session'),
    summary: asTheFileHasIt,
    when: [],
    cautions: [],
    baseline: false,
    restSeconds: 0,
    steps: laps.map(stepOf),
  };
}

function stepOf(lap: CarriedLap, index: number): Step {
  return {
    id: `lap-${index + 1}`,
    name: lineOf(lap.name, `Lap ${index + 1}`),
    posture: 'standing',
    restPosture: 'sitting',
    prompt: [asTheFileHasIt],
    dose: { type: 'open' },
    breathing: asTheFileHasIt,
    effort: lap.isStill === true ? 'still' : 'light',
    optional: false,
    cautions: [],
  };
}

const lineOf = (text: string, otherwise: string): string => text.slice(0, 120).trim() || otherwise;

const idOf = (text: string): string | undefined =>
  /^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : undefined;
