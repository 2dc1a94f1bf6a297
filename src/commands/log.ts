import { dataDirectoryPath } from '../journal/data-directory.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { logList } from './log-list.ts';
import { logShow } from './log-show.ts';
import { whereFor } from './where-for.ts';

type LogFlags = { readonly json?: boolean; readonly dataDir?: string; readonly profile?: string };

const outputOf = (io: Io) => ({
  stdout: { write: (text: string) => io.stdout.write(text) },
  stderr: { write: (text: string) => io.stderr.write(text) },
});

/** `log list` of the data directory these flags name. Returns the exit code. */
export const listLog = (io: Io, flags: LogFlags): number =>
  logList(dataDirectoryPath(whereFor(io, flags)), outputOf(io), {
    ...drawingFor(io),
    json: flags.json === true,
  });

/** `log show` of the data directory these flags name. Returns the exit code. */
export const showLog = (io: Io, session: string | undefined, flags: LogFlags): number =>
  logShow(dataDirectoryPath(whereFor(io, flags)), outputOf(io), {
    ...drawingFor(io),
    ...(session !== undefined && { session }),
    json: flags.json === true,
  });
