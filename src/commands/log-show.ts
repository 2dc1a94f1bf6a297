import { findSession } from '../journal/find-session.ts';
import type { Profile } from '../journal/profile-schema.ts';
import { readJournal, type StoredSession } from '../journal/read-journal.ts';
import { sessionIntensity } from '../review/load/session-intensity.ts';
import { shownTo, summarize } from '../review/summary.ts';
import { exitCode } from './door-error.ts';
import { curvePoints } from './log-curve.ts';
import { jsonLine } from './log-json.ts';
import type { Drawing, LogOutput } from './log-output.ts';
import { renderSummary } from './log-summary.ts';
import { personOf } from './person-of.ts';
import { visibleLine } from './visible.ts';

export type LogShowOptions = Drawing & {
  /** An id, the beginning of one, or a number in the list; the newest session where absent. */
  readonly session?: string;
  readonly json?: boolean;
  /** What the profile knows: with an irregular rhythm no variability is shown, with a highest pulse the intensity is. */
  readonly profile?: Profile;
};

/**
 * `log show`: one session of a data directory, drawn or as JSON. Returns the exit code: 5 where lines of the journal
 * are damaged, though the rest is shown. Throws where there is no such session, or none of it can be read.
 */
export function logShow(directory: string, output: LogOutput, options: LogShowOptions): number {
  const stored = readJournal(findSession(directory, options.session).path);
  const { header, facts } = stored;
  const person = options.profile === undefined ? {} : personOf(options.profile, header.startedAt);
  const summary = shownTo(person.irregularRhythm, summarize(header, facts));
  const intensity = sessionIntensity(header, facts, person);
  output.stdout.write(
    options.json === true
      ? jsonLine({ ...summary, ...(intensity !== undefined && { intensity }) })
      : renderSummary(summary, curvePoints(facts), options, intensity),
  );
  if (stored.damage.length === 0) return exitCode.ok;
  output.stderr.write(`${visibleLine(damageSentence(stored))}\n`);
  return exitCode.damaged;
}

function damageSentence({ path, damage }: StoredSession): string {
  const [first] = damage;
  const lines = damage.length === 1 ? '1 line' : `${damage.length} lines`;
  return (
    `${lines} of ${JSON.stringify(path)} could not be read and were left out ` +
    `(the first is line ${first?.line}: ${first?.reason}); what is shown is the rest.`
  );
}
