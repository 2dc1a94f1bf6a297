import { basename } from 'node:path';
import { ExchangeError } from '../exchange/exchange-error.ts';
import { importedFacts } from '../exchange/imported-facts.ts';
import { isMarkedForeign, readForeign } from '../exchange/read-file.ts';
import { parseRrText } from '../exchange/text/rr-text.ts';
import { findSession } from '../journal/find-session.ts';
import { readJournal, type StoredSession } from '../journal/read-journal.ts';
import type { RrSeries } from '../review/hrv/rr-series.ts';
import { seriesFromFacts } from '../review/hrv/series-from-facts.ts';
import { plainText } from '../ui/plain-text.ts';
import { DoorError, exitCode } from './door-error.ts';
import { carriedSource } from './import-header.ts';
import { sourceWords } from './log-words.ts';
import { fileBytesIfAny } from './recording-bytes.ts';

/** RR intervals from a file or a session, what they are in words, and what could not be read of them. */
export type NamedSeries = {
  readonly name: string;
  readonly series: RrSeries;
  readonly damage?: string;
};

type Reader = {
  readonly recognises: (bytes: Buffer) => boolean;
  readonly read: (path: string, bytes: Buffer) => NamedSeries;
};

/** The first that recognises a file reads it; the last one takes any. */
const readers: readonly Reader[] = [
  { recognises: startsWithBrace, read: (path) => seriesOf(readJournal(path)) },
  { recognises: isMarkedForeign, read: fromForeign },
  { recognises: () => true, read: fromRrText },
];

/** The intervals of a file, or of a session by what `log show` takes. Throws with exit code 3 for neither, 5 for damage. */
export function readSeries(wanted: string, dataDirectory: string): NamedSeries {
  const found = fileBytesIfAny(wanted);
  if (found === undefined) return seriesOf(readJournal(sessionPath(wanted, dataDirectory)));
  const { bytes } = found;
  const reader = readers.find(({ recognises }) => recognises(bytes));
  return reader?.read(wanted, bytes) ?? fromRrText(wanted, bytes);
}

function sessionPath(wanted: string, dataDirectory: string): string {
  try {
    return findSession(dataDirectory, wanted).path;
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    throw new DoorError(
      `There is no file ${JSON.stringify(wanted)}. ${error.message}`,
      exitCode.notFound,
    );
  }
}

function seriesOf({ header, facts, damage }: StoredSession): NamedSeries {
  const [first] = damage;
  return {
    name: `${header.id} (${sourceWords[header.source]})`,
    series: seriesFromFacts(facts),
    ...(first !== undefined && {
      damage: `${damage.length === 1 ? '1 line' : `${damage.length} lines`} of ${header.id} could not be read and is left out (the first is line ${first.line}).`,
    }),
  };
}

/** A file of another program, by the facts it would be imported as; what is whole of a damaged one, as of a session. */
function fromForeign(path: string, bytes: Buffer): NamedSeries {
  try {
    const { session, format, damage } = readForeign(bytes);
    const name = `${basename(path)} (${format}, ${sourceWords[carriedSource(session)]})`;
    const series = seriesFromFacts(importedFacts(session));
    if (damage.length === 0) return { name, series };
    const told = plainText(damage.join('; '), 600);
    return {
      name,
      series,
      damage: `${JSON.stringify(path)} is damaged, and what is whole of it is analysed: ${told}.`,
    };
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new DoorError(
      `${JSON.stringify(path)} cannot be analysed: ${error.message}.`,
      error.exitCode,
    );
  }
}

function fromRrText(path: string, bytes: Buffer): NamedSeries {
  const { rrIntervalsMs, badLines } = parseRrText(bytes.toString('utf8'));
  const shown = badLines.slice(0, 5).join(', ');
  if (badLines.length > 0) {
    throw new DoorError(
      `${JSON.stringify(path)} is no recording we know: line ${shown} is no RR interval in ms (${badLines.length} such lines). ` +
        'RR text has one number a line; FIT, CSV and the texts of HRV Logger and Polar are read as well.',
      exitCode.damaged,
    );
  }
  if (rrIntervalsMs.length === 0) {
    throw new DoorError(
      `${JSON.stringify(path)} holds no RR intervals; give a file with one a line, in ms.`,
      exitCode.damaged,
    );
  }
  return { name: basename(path), series: [{ startMs: 0, rrIntervalsMs }] };
}

function startsWithBrace(bytes: Buffer): boolean {
  return bytes.subarray(0, 64).toString('utf8').trimStart().startsWith('{');
}
