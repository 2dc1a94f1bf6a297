import { FAULT_KINDS } from '../../../devices/simulator/fault.ts';
import { PERSONS } from '../../../devices/simulator/persons.ts';
import { type DataDirectoryOptions, dataDirectoryPath } from '../../journal/data-directory.ts';
import { journalPaths } from '../../journal/journal-paths.ts';
import { settings } from '../../journal/profile-settings.ts';
import { ownRoutineFiles } from '../../library/own-routines.ts';
import { routineIds } from '../../library/shipped-routines.ts';
import { ownRoutinesFolder } from '../config-directory.ts';
import { exportFormats } from '../export-formats.ts';
import type { Candidate } from './candidates.ts';
import { pathsFrom } from './paths.ts';
import type { Place } from './place.ts';

const mostSessions = 30;

/** The values of options and arguments by their names; file names and few bytes are read for them, and nothing else. */
export function knownValues(
  env: NodeJS.ProcessEnv,
  where: DataDirectoryOptions,
): (place: Place, name: string, current: string) => Promise<readonly Candidate[]> {
  const sessions = () => recentSessions(where);
  const routines = () => words(...routineIds(), ...ownRoutineFiles(ownRoutinesFolder(env)).keys());
  const straps = () => rememberedStraps(where);
  const sources = async (begun: string) => [
    ...(await straps()),
    { value: 'any', about: 'the only strap in reach' },
    { value: 'simulator', about: 'a simulated heart' },
    ...simulators(begun),
    { value: 'replay:', about: 'a recording' },
    ...(begun.startsWith('replay:') ? replays(begun) : []),
  ];
  const byName: Readonly<
    Record<
      string,
      (begun: string, place: Place) => readonly Candidate[] | Promise<readonly Candidate[]>
    >
  > = {
    a: sessions,
    b: sessions,
    session: sessions,
    recording: (begun) => [...sessions(), ...pathsFrom(begun)],
    routine: (begun) => [...routines(), ...pathsFrom(begun)],
    name: (_begun, { command }) => (command.parent?.name() === 'sensors' ? straps() : []),
    sensor: sources,
    file: pathsFrom,
    dataDir: pathsFrom,
    out: pathsFrom,
    format: () => words(...exportFormats),
    speed: () => words('max'),
    key: () => settings.map(({ key, about }) => ({ value: key, about })),
    value: (_begun, { before }) => settingValues(before[0]),
    take: () => words('accept', 'usual'),
    yes: () => words('up', 'pace', 'full'),
    times: () => words('morning', 'day', 'evening', 'off'),
    days: () => words('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'),
  };
  return async (place, name, current) => (await byName[name]?.(current, place)) ?? [];
}

const words = (...values: readonly string[]): readonly Candidate[] =>
  values.map((value) => ({ value, about: '' }));

function settingValues(key: string | undefined): readonly Candidate[] {
  const setting = settings.find((each) => each.key === key);
  if (setting === undefined || setting.kind === 'number') return [];
  return words(...setting.takes.split(/, | or /).filter((word) => /^[a-z-]+$/.test(word)));
}

/** The id ends the name of a journal, and the time begins it. */
function recentSessions(where: DataDirectoryOptions): readonly Candidate[] {
  const names = journalPaths(dataDirectoryPath(where))
    .slice(0, mostSessions)
    .flatMap((path) => [...path.matchAll(/(\d{4}-\d\d-\d\dT\d{4})\d*Z_([0-9a-z]+)\.ndjson$/g)]);
  const found = names.map(([, at = '', id = '']) => ({ value: id, about: `${at}Z` }));
  return found.length === 0 ? [] : [{ value: 'last', about: 'the newest' }, ...found];
}

async function rememberedStraps(where: DataDirectoryOptions): Promise<readonly Candidate[]> {
  const { profileMemory } = await import('../sensors/profile-memory.ts');
  const sensors = await profileMemory(where, () => undefined).read();
  return sensors.map(({ id, name, nickname }) => ({ value: nickname ?? name, about: id }));
}

/** The simulator's settings, one after the other. */
function simulators(begun: string): readonly Candidate[] {
  if (!begun.startsWith('simulator:')) return [];
  const settled = begun.slice(0, Math.max(begun.lastIndexOf(','), begun.indexOf(':')) + 1);
  return words(
    ...PERSONS.map(({ name }) => `${settled}person=${name}`),
    `${settled}seed=`,
    ...FAULT_KINDS.map((kind) => `${settled}faults=${kind}`),
  );
}

const replays = (begun: string): readonly Candidate[] =>
  pathsFrom(begun.slice('replay:'.length)).map(({ value, about }) => ({
    value: `replay:${value}`,
    about,
  }));
