import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { ExchangeError } from '../exchange/exchange-error.ts';
import { importedFacts } from '../exchange/imported-facts.ts';
import { readForeign } from '../exchange/read-file.ts';
import { decodeSessionJson, isSessionJson } from '../exchange/session-json.ts';
import { newSessionId } from '../journal/journal-name.ts';
import type { KnownSessions } from '../journal/known-sessions.ts';
import type { Profile } from '../journal/profile-schema.ts';
import { readJournal } from '../journal/read-journal.ts';
import type { Fact } from '../session/facts.ts';
import type { ImportedFrom, SessionHeader } from '../session/header.ts';
import { plainText } from '../ui/plain-text.ts';
import { importedHeader } from './import-header.ts';
import { dated, type StartOrigin } from './import-start.ts';
import { fileBytes } from './recording-bytes.ts';
import { writtenFrom } from './written-from.ts';

/** A session ready to be stored, or the id of the one that it is already. */
export type Imported =
  | { readonly known: string }
  | {
      readonly known?: never;
      readonly header: SessionHeader;
      readonly facts: readonly Fact[];
      readonly records: number;
      readonly startedFrom: StartOrigin;
    };

type Read = Omit<Extract<Imported, { known?: never }>, 'known'>;

const mostDamage = 20;

/** One file as a session of ours. Throws a DoorError, an ExchangeError or an UnreadableJournalError. */
export function importedFrom(path: string, log: KnownSessions, profile: Profile): Imported {
  const { bytes, changedMs } = fileBytes(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = log.idOfFile(sha256);
  if (known !== undefined) return { known };
  const file = plainText(basename(path), 200);
  const told = (format: string, damage: readonly string[]): ImportedFrom => ({
    file,
    format,
    sha256,
    ...(damage.length > 0 && {
      damage: damage.slice(0, mostDamage).map((each) => plainText(each, 300)),
    }),
  });
  const own = ownSession(path, bytes, told);
  if (own !== undefined) return unlessThere(own, log);
  const read = readForeign(bytes);
  const { session, origin: startedFrom } = dated(read.session, basename(path), changedMs);
  const sessionId = session.origin?.sessionId;
  if (sessionId !== undefined && log.has(sessionId, session.startedAt)) return { known: sessionId };
  const source =
    read.format === 'RR text' ? writtenFrom(read.session, basename(path), log) : undefined;
  if (source !== undefined) return { known: source };
  const header = importedHeader(session, told(read.format, read.damage), profile);
  return { header, facts: importedFacts(session), records: read.records, startedFrom };
}

type Tell = (format: string, damage: readonly string[]) => ImportedFrom;

/** A session that we wrote ourselves, as a journal or as JSON: it stays what it is. */
function ownSession(path: string, bytes: Uint8Array, told: Tell): Read | undefined {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('utf8');
  if (!/^\uFEFF?\s*\{/.test(start)) return undefined;
  if (isSessionJson(start)) {
    const { header, facts } = decodeSessionJson(Buffer.from(bytes).toString('utf8'));
    return { ...stored(header, facts), header: { ...header, imported: told('JSON', []) } };
  }
  if (!start.includes('"schemaVersion"')) {
    throw new ExchangeError('it is JSON, but no session of pulsepace', 2);
  }
  const { header, facts, damage, tornTail } = readJournal(path);
  const words = [
    ...damage.map(({ line, reason }) => `line ${line}: ${reason}`),
    ...(tornTail ? ['its last line is torn'] : []),
  ];
  return { ...stored(header, facts), header: { ...header, imported: told('journal', words) } };
}

const stored = (header: SessionHeader, facts: readonly Fact[]): Read => ({
  header,
  facts,
  records: facts.filter(({ type }) => type === 'measured').length,
  startedFrom: 'file',
});

/** An id that another session has already is given anew; the same session is not stored twice. */
function unlessThere(read: Read, log: KnownSessions): Imported {
  const { id, startedAt } = read.header;
  if (log.has(id, startedAt)) return { known: id };
  return log.hasId(id) ? { ...read, header: { ...read.header, id: newSessionId() } } : read;
}
