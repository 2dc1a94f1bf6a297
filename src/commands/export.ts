import { dataDirectoryPath } from '../journal/data-directory.ts';
import { readJournal } from '../journal/read-journal.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import { type Chosen, chosenSessions } from './export-choice.ts';
import { writeExport } from './export-file.ts';
import { encodedAs, type Format, formatFor } from './export-format.ts';
import { exportName, type Place, pathIn, placeFor } from './export-place.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { optimizeLate } from './optimize-late.ts';
import { visible } from './visible.ts';
import { whereFor } from './where-for.ts';
import { workProgress } from './work-progress.ts';

export type ExportFlags = DataFlags & {
  readonly format?: string;
  readonly out?: string;
  readonly since?: string;
  readonly until?: string;
  readonly force?: boolean;
};

type Written = {
  readonly session: string;
  readonly format: Format;
  readonly path: string;
  readonly bytes: number;
  readonly damagedLines: number;
};

/** `export`: sessions into files of their own, or one to stdout. Returns the exit code: 5 where a journal has damage. */
export function exportSessions(io: Io, sessions: readonly string[], flags: ExportFlags): number {
  if (flags.json === true && flags.out === '-') {
    throw new DoorError('--json would mix with the session on stdout; leave one of them out.');
  }
  const format = formatFor(flags.format, flags.out);
  const directory = dataDirectoryPath(whereFor(io, flags));
  const { since, until } = flags;
  const { chosen, unreadable } = chosenSessions(directory, { sessions, since, until });
  const place = placeFor(flags.out, chosen.length);
  const results = exportAll(io, chosen, { format, place, flags });
  for (const reason of unreadable) io.stderr.write(`${visible(reason)}\n`);
  const files = results.filter((result) => result !== undefined);
  if (place.kind !== 'stdout') report(io, files, flags.json === true);
  if (unreadable.length > 0 || files.some(({ damagedLines }) => damagedLines > 0)) {
    return exitCode.damaged;
  }
  return files.length === results.length ? exitCode.ok : exitCode.notFound;
}

type Out = Pick<Io, 'stdout'> & { readonly stderr: { readonly write: (text: string) => void } };

/** One after the other, with their progress; what is said of one is said on a line of its own. */
function exportAll(io: Io, chosen: readonly Chosen[], order: Order): (Written | undefined)[] {
  const bar = workProgress(io.stderr, 'Exporting the sessions');
  optimizeLate();
  const write = (text: string): void => {
    bar.clear();
    io.stderr.write(text);
  };
  try {
    return chosen.map((each, index) => {
      bar.show(index, chosen.length);
      return exportOne({ stdout: io.stdout, stderr: { write } }, each, order);
    });
  } finally {
    bar.clear();
  }
}

type Order = { readonly format: Format; readonly place: Place; readonly flags: ExportFlags };

function exportOne(io: Out, chosen: Chosen, { format, place, flags }: Order): Written | undefined {
  const stored = readJournal(chosen.path);
  const session = stored.header.id;
  const damagedLines = stored.damage.length;
  if (damagedLines > 0) {
    io.stderr.write(
      `${damagedLines} damaged lines of session ${session} were left out; pulsepace log show ${session} says more.\n`,
    );
  }
  const encoded = encodedAs(format, stored);
  if (encoded === undefined) {
    io.stderr.write(
      `Session ${session} holds nothing to write as ${format}; --format json takes everything there is.\n`,
    );
    return undefined;
  }
  if (place.kind === 'stdout') {
    if (!encoded.isSame(encoded.bytes)) throw new Error(`session ${session} does not read back`);
    writeOut(io, format, encoded.bytes);
    return { session, format, path: '-', bytes: encoded.bytes.length, damagedLines };
  }
  const path = place.kind === 'file' ? place.path : pathIn(place.path, exportName(chosen, format));
  writeExport(path, encoded, flags.force === true);
  return { session, format, path, bytes: encoded.bytes.length, damagedLines };
}

/** A terminal is given no bytes that it could obey; what is piped is the file to the byte. */
function writeOut({ stdout }: Pick<Io, 'stdout'>, format: Format, bytes: Uint8Array): void {
  if (stdout.isTTY !== true) stdout.write(bytes);
  else if (format !== 'fit') stdout.write(visible(Buffer.from(bytes).toString('utf8')));
  else throw new DoorError('FIT is no text for a terminal; redirect it, or give --out a file.');
}

/** The paths alone on stdout, so that a script can take them. */
function report(io: Io, files: readonly Written[], asJson: boolean): void {
  if (asJson) {
    io.stdout.write(jsonLine({ schema: 'pulsepace/export/1', files }));
    return;
  }
  const isTerminal = io.stdout.isTTY === true;
  for (const { path } of files) io.stdout.write(`${isTerminal ? visible(path) : path}\n`);
  const [first] = files;
  if (first === undefined) return;
  const what = files.length === 1 ? `Session ${first.session}` : `${files.length} sessions`;
  io.stderr.write(`${what} written as ${first.format}, read back and found the same.\n`);
}
