import { randomInt } from 'node:crypto';

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
const idLength = 6;

/** Six random letters and digits: the id of a session, and the end of its file's name. */
export const newSessionId = (): string =>
  Array.from({ length: idLength }, () => letters.charAt(randomInt(letters.length))).join('');

/** `2026-11-22T070000Z_ab12cd.ndjson`: the start in UTC, so that names sort by time. */
export function journalName(startedAt: string, end: string): string {
  const utc = new Date(startedAt).toISOString();
  return `${utc.slice(0, 19).replaceAll(':', '')}Z_${end}.ndjson`;
}

/** The ids that fit the end of a file's name are used as they are. */
export const fitsName = (id: string): boolean => /^[0-9a-z]{6}$/.test(id);
