import { enter } from '../session/door.ts';
import { headerDoor } from '../session/doors/header.ts';
import { currentSchemaVersion, type SessionHeader } from '../session/header.ts';
import type { FileLine } from './file-lines.ts';
import { visitLines } from './file-lines.ts';
import { withJournalFile } from './journal-file-reading.ts';
import { firstIssue } from './line.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** The header alone: one line is read. Throws an UnreadableJournalError. */
export function readHeader(path: string): SessionHeader {
  return withJournalFile(path, (fd, size) => {
    let header: SessionHeader | undefined;
    visitLines(fd, size, (line) => {
      header = headerFrom(line, path);
      return false;
    });
    return header ?? noHeader(path, 'it is empty');
  });
}

/** Every older version stays readable for ever: each gets a reader of its own here; a newer one is refused. */
export function headerFrom(line: FileLine, path: string): SessionHeader {
  if (line.problem !== undefined) return noHeader(path, line.problem);
  const value = parsed(line, path);
  refuseNewer(value, path);
  const header = enter(headerDoor, value);
  return header.success ? header.data : noHeader(path, firstIssue(header.error));
}

function parsed({ text, whole }: FileLine, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return noHeader(path, whole ? 'not JSON' : 'torn off');
  }
}

function refuseNewer(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return;
  const version = value.schemaVersion;
  if (typeof version !== 'number' || version <= currentSchemaVersion) return;
  throw new UnreadableJournalError(
    path,
    'newer',
    `a newer pulsepace wrote it (version ${version}, this one reads up to ${currentSchemaVersion}), and it is left untouched; update pulsepace to read it`,
  );
}

function noHeader(path: string, reason: string): never {
  throw new UnreadableJournalError(
    path,
    'damaged',
    `its first line, the header, is damaged (${reason}); the file is left untouched, restore it from a backup`,
  );
}
