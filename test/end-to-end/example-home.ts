import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodedAs, type Format } from '../../src/commands/export-format.ts';
import { exampleRoutine } from '../../src/library/example-routine.ts';
import { storeSession } from '../commands/stored-session.ts';
import { pacedSession } from '../exchange/stories.ts';
import { emptyFolder, environment } from './pulsepace.ts';
import { pathWithProgram } from './shell.ts';

/** A home with what the examples of the help speak of: sessions, a strap, a profile, and the files they name. */
export function exampleHome({ broken = false, home = emptyFolder() } = {}): string {
  const data = join(home, '.local/share/pulsepace');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { header, facts } = pacedSession();
  for (const [day, id] of [
    ['20', 'one111'],
    ['21', 'two222'],
  ] as const) {
    storeSession(data, { ...header, startedAt: `2026-11-${day}T07:00:00.000Z`, id }, facts);
  }
  if (broken) {
    const last = { ...header, startedAt: '2026-11-22T07:00:00.000Z', id: 'bro333' };
    storeSession(data, last, facts.slice(0, -1));
  }
  const sensor = { id: 'c00000000001', name: 'Polar H10' };
  const profile = { schemaVersion: 1, askedAt: '2026-11-22T07:00:00.000Z', sensor, theme: 'mono' };
  writeFileSync(join(data, 'profile.json'), JSON.stringify(profile), { mode: 0o600 });
  const put = (name: string, format: Format) =>
    writeFileSync(join(home, name), encodedAs(format, { header, facts })?.bytes ?? '');
  put('walk.fit', 'fit');
  put('walk.tcx', 'tcx');
  put('walk.rr.txt', 'rr');
  put('night.rr.txt', 'rr');
  const stored = storeSession(join(home, 'older'), { ...header, id: 'old444' }, facts);
  renameSync(dirname(stored), join(home, 'old'));
  writeFileSync(join(home, 'my-routine.yaml'), exampleRoutine('my-routine'));
  return home;
}

/** The environment of a person who types an example in their home. */
export const exampleEnvironment = (home: string, extra: NodeJS.ProcessEnv = {}) =>
  environment(home, { PATH: pathWithProgram(home), PULSEPACE_SENSOR: 'simulator', ...extra });
