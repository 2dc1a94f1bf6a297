import { ExchangeError } from '../exchange/exchange-error.ts';
import { dataDirectory } from '../journal/data-directory.ts';
import { KnownSessions } from '../journal/known-sessions.ts';
import { openProfile } from '../journal/profile.ts';
import type { Profile } from '../journal/profile-schema.ts';
import { storeSession } from '../journal/store-session.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { counted } from '../review/counted.ts';
import { plainText } from '../ui/plain-text.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import { importedFrom } from './import-file.ts';
import type { StartOrigin } from './import-start.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { whereFor } from './where-for.ts';

type Result = {
  readonly file: string;
  readonly status: 'imported' | 'known' | 'refused';
  readonly session?: string;
  readonly format?: string;
  readonly startedAt?: string;
  readonly startedFrom?: StartOrigin;
  readonly records?: number;
  readonly measurements?: number;
  readonly rrIntervals?: number;
  readonly laps?: number;
  readonly damage?: readonly string[];
  readonly reason?: string;
  readonly code: number;
};

/** `import`: files of others, and our own, into the log. Returns the exit code, the first that is not 0. */
export async function importFiles(
  io: Io,
  files: readonly string[],
  flags: DataFlags,
): Promise<number> {
  const directory = dataDirectory(whereFor(io, flags));
  const log = new KnownSessions(directory);
  io.stderr.write(unreadableWords(log.unreadable));
  const profile = (await openProfile(directory)).read();
  const results: Result[] = [];
  for (const file of files) {
    const result = await importOne(file, { directory, log, profile });
    results.push(result);
    io.stderr.write(`${inWords(result)}\n`);
  }
  if (flags.json === true) {
    const told = results.map(({ code: _, ...rest }) => rest);
    io.stdout.write(jsonLine({ schema: 'pulsepace/import/1', files: told }));
  }
  return results.find(({ code }) => code !== exitCode.ok)?.code ?? exitCode.ok;
}

/** What was imported into a journal that cannot be read is not known again. */
const unreadableWords = ({ length }: readonly string[]): string =>
  length === 0
    ? ''
    : `${counted(length, 'session')} in the log cannot be read, so a file of ${length === 1 ? 'it' : 'them'} is not known again; pulsepace log verify names ${length === 1 ? 'it' : 'them'}.\n`;

type Into = {
  readonly directory: string;
  readonly log: KnownSessions;
  readonly profile: Profile;
};

async function importOne(file: string, { directory, log, profile }: Into): Promise<Result> {
  try {
    const read = importedFrom(file, log, profile);
    if (read.known !== undefined) {
      return { file, status: 'known', session: read.known, code: exitCode.ok };
    }
    const { header, facts, records, startedFrom } = read;
    const path = await storeSession(directory, header, facts);
    log.add(header, path);
    const measured = facts.filter((fact) => fact.type === 'measured');
    const damage = header.imported?.damage ?? [];
    return {
      file,
      status: 'imported',
      session: header.id,
      format: header.imported?.format ?? '',
      startedAt: header.startedAt,
      startedFrom,
      records,
      measurements: measured.length,
      rrIntervals: measured.reduce((sum, { rrIntervalsMs }) => sum + rrIntervalsMs.length, 0),
      laps: header.routine.steps.length,
      damage,
      code: damage.length > 0 ? exitCode.damaged : exitCode.ok,
    };
  } catch (error) {
    if (!isAtTheDoor(error)) throw error;
    return { file, status: 'refused', reason: error.message, code: error.exitCode };
  }
}

const isAtTheDoor = (error: unknown): error is Error & { readonly exitCode: number } =>
  error instanceof DoorError ||
  error instanceof ExchangeError ||
  error instanceof UnreadableJournalError;

function inWords(result: Result): string {
  const file = plainText(result.file, 120);
  if (result.status === 'refused') {
    return `${file} was not imported: ${plainText(result.reason ?? '', 600)}${result.reason?.endsWith('.') ? '' : '.'}`;
  }
  if (result.status === 'known') {
    return `${file} is session ${result.session} already; pulsepace log show ${result.session} shows it.`;
  }
  const { session, format, records, measurements, rrIntervals, damage = [] } = result;
  return [
    `${file} (${format}) is now session ${session}: ${records} records, ${measurements} with a pulse, ${rrIntervals} RR intervals.`,
    ...(damage.length > 0
      ? [`  It is damaged, and what is whole of it was kept: ${damage.join('; ')}.`]
      : []),
    ...(measurements === 0 ? ['  No record of it has a pulse, so there is little to review.'] : []),
    ...startWords(result.startedFrom),
  ].join('\n');
}

function startWords(startedFrom: StartOrigin | undefined): string[] {
  if (startedFrom === 'name') return ['  When it began is taken from its name.'];
  if (startedFrom !== 'changed') return [];
  return ['  It does not say when it began: taken from when the file was last changed.'];
}
