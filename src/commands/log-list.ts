import { clockTime } from '../review/clock-time.ts';
import { endBrief } from '../review/end-brief.ts';
import { isRealHeart } from '../review/real-heart.ts';
import { plainText } from '../ui/plain-text.ts';
import { exitCode } from './door-error.ts';
import type { ListedSession } from './listed-session.ts';
import { jsonLine } from './log-json.ts';
import { drawn, line } from './log-lines.ts';
import type { Drawing, LogOutput } from './log-output.ts';
import { type Column, table } from './log-table.ts';
import { localTime } from './log-words.ts';
import type { SessionCatalogue } from './session-catalogue.ts';
import { visible } from './visible.ts';

export type LogListOptions = Drawing & { readonly json?: boolean };

/**
 * `log list`: the sessions of a data directory, newest first, as a table or as JSON. Returns the exit code: 5 where a
 * journal cannot be read, which is said on stderr and does not hide the others.
 */
export function logList(
  directory: string,
  { sessions: stored, unreadable }: SessionCatalogue,
  output: LogOutput,
  options: LogListOptions,
): number {
  const sessions = stored.map(({ figures }) => figures);
  if (options.json === true) {
    const items = sessions.map(listed);
    output.stdout.write(jsonLine({ schema: 'pulsepace/sessions/1', sessions: items, unreadable }));
  } else if (sessions.length > 0) output.stdout.write(listText(sessions, options));
  else if (unreadable.length === 0) {
    output.stderr.write(
      `There is no session yet in ${JSON.stringify(directory)}: pulsepace train records the first.\n`,
    );
  }
  for (const { reason } of unreadable) output.stderr.write(`${visible(reason)}\n`);
  return unreadable.length === 0 ? exitCode.ok : exitCode.damaged;
}

const listed = (entry: ListedSession) => ({
  id: entry.id,
  routine: entry.routineId,
  ...(entry.sport !== undefined && { sport: entry.sport }),
  source: entry.source,
  startedAt: entry.startedAt,
  utcOffsetMinutes: entry.utcOffsetMinutes,
  ...(entry.kind !== undefined && { kind: entry.kind }),
  durationS: Math.round(entry.durationMs) / 1000,
  endReason: entry.endReason,
  damagedLines: entry.damagedLines,
});

type ListColumn = Column & {
  /** Shown from this width on. */
  readonly from: number;
  readonly cell: (entry: ListedSession, number: number, width: number) => string;
};

const roomyFrom = 60;
const wideFrom = 100;

const columns: readonly ListColumn[] = [
  { title: '#', align: 'right', from: 0, cell: (_entry, number) => String(number) },
  { title: 'started', from: 0, cell: startText },
  { title: 'routine', from: 0, cell: titleText },
  {
    title: 'time',
    align: 'right',
    from: 0,
    cell: ({ durationMs }) => clockTime(durationMs / 1000),
  },
  {
    title: 'source',
    from: 0,
    cell: (each) => (isRealHeart(each) ? each.source : each.source.toUpperCase()),
  },
  { title: 'end', from: roomyFrom, cell: endText },
  { title: 'id', from: wideFrom, cell: ({ id }) => id },
];

/** The titles, and a row for each session, no wider than `width`. */
export function listLines(sessions: readonly ListedSession[], width: number): string[] {
  const shown = columns.filter(({ from }) => width >= from);
  const rows = sessions.map((entry, index) =>
    shown.map(({ cell }) => cell(entry, index + 1, width)),
  );
  const yielding = shown.findIndex(({ title }) => title === 'routine');
  return table(shown, rows, width, yielding);
}

function listText(sessions: readonly ListedSession[], drawing: Drawing): string {
  const [titles = '', ...lines] = listLines(sessions, drawing.width);
  return drawn([line(titles, 'quiet'), ...lines.map((text) => line(text))], drawing);
}

function titleText({ routineName, sport }: ListedSession): string {
  return plainText(sport === undefined ? routineName : `${routineName} · ${sport}`);
}

function startText(entry: ListedSession, _number: number, width: number): string {
  const time = localTime(entry.startedAt, entry.utcOffsetMinutes);
  return width < roomyFrom ? time.slice('2026-'.length) : time;
}

function endText({ endReason, damagedLines }: ListedSession): string {
  const words = endBrief(endReason);
  return damagedLines > 0 ? `${words}, ${damagedLines} damaged` : words;
}
