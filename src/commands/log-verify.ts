import { basename } from 'node:path';
import { dataDirectoryPath } from '../journal/data-directory.ts';
import { journalPaths } from '../journal/journal-paths.ts';
import { readJournal, type StoredSession } from '../journal/read-journal.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { counted } from '../review/counted.ts';
import { foldOf } from '../session/resume.ts';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { visibleLine } from './visible.ts';
import { whereFor } from './where-for.ts';
import { workProgress } from './work-progress.ts';

type Problem = { readonly file: string; readonly line?: number; readonly reason: string };

type Verified = {
  readonly sessions: number;
  readonly facts: number;
  readonly problems: readonly Problem[];
  /** Of a newer pulsepace, which this one cannot read: no damage either, but not verified. */
  readonly newer: readonly string[];
  /** Cut off in the middle of their last write, as a kill or a power cut leaves them: no damage. */
  readonly torn: readonly string[];
};

/** `log verify`: reads and folds every journal anew and changes none. Returns the exit code: 5 unless all are whole. */
export function verifyLog(io: Io, flags: DataFlags): number {
  const directory = dataDirectoryPath(whereFor(io, flags));
  const verified = verify(journalPaths(directory), io);
  if (flags.json === true) {
    io.stdout.write(jsonLine({ schema: 'pulsepace/verify/1', ...verified }));
  } else io.stdout.write(`${linesOf(verified).map(visibleLine).join('\n')}\n`);
  return verified.problems.length === 0 ? exitCode.ok : exitCode.damaged;
}

function verify(paths: readonly string[], { stderr }: Io): Verified {
  const problems: Problem[] = [];
  const torn: string[] = [];
  const newer: string[] = [];
  let facts = 0;
  const bar = workProgress(stderr, 'Verifying the sessions');
  for (const [index, path] of paths.entries()) {
    const file = basename(path);
    try {
      const stored = readJournal(path);
      facts += stored.facts.length;
      if (stored.tornTail) torn.push(file);
      problems.push(...problemsOf(stored).map((problem) => ({ file, ...problem })));
    } catch (error) {
      if (!(error instanceof UnreadableJournalError)) throw error;
      problems.push({ file, line: 1, reason: error.message });
      if (error.reason === 'newer') newer.push(file);
    }
    bar.show(index + 1, paths.length);
  }
  bar.clear();
  return { sessions: paths.length, facts, problems, newer, torn };
}

function problemsOf({ header, facts, damage }: StoredSession): Omit<Problem, 'file'>[] {
  const backwards = facts.find((fact, index) => fact.atMs < (facts[index - 1]?.atMs ?? 0));
  return [
    ...damage,
    ...(backwards === undefined
      ? []
      : [{ reason: `its time runs backwards to ${backwards.atMs} ms (${backwards.type})` }]),
    ...foldProblem({ header, facts }),
  ];
}

/** Folding never fails on what the program wrote; what was changed by hand may be another matter. */
function foldProblem({
  header,
  facts,
}: Pick<StoredSession, 'header' | 'facts'>): Omit<Problem, 'file'>[] {
  try {
    foldOf(header, facts);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ reason: `its facts do not fold to a session (${why})` }];
  }
}

function linesOf({ sessions, facts, problems, newer, torn }: Verified): string[] {
  const damaged = new Set(problems.map(({ file }) => file)).size - newer.length;
  const all = `${counted(sessions, 'session')}, ${counted(facts, 'fact')}`;
  const found = [
    ...(damaged > 0 ? [`${damaged} damaged`] : []),
    ...(newer.length > 0 ? [`${newer.length} of a newer pulsepace`] : []),
  ];
  return [
    ...problems.map(({ file, line, reason }) =>
      line === undefined ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`,
    ),
    ...torn.map((file) => `${file}: its last line was cut off, as an interruption leaves it`),
    found.length === 0
      ? `${all}: all are whole.`
      : `${all}: ${found.join(', ')}. Nothing was changed; every line that is whole is still read.`,
  ];
}
