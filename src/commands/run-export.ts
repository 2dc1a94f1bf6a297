import { exitCode } from './door-error.ts';
import type { ExportFlags } from './export.ts';
import type { Io } from './io.ts';

/** What of `export` its line says. */
export type ExportLine = ExportFlags & { readonly schema?: boolean };

/** `export`, as its line has been read. Returns the exit code. */
export async function runExport(
  io: Io,
  sessions: readonly string[],
  flags: ExportLine,
): Promise<number> {
  if (flags.schema === true) {
    const { printSessionSchema } = await import('./export-schema.ts');
    printSessionSchema(io);
    return exitCode.ok;
  }
  const { exportSessions } = await import('./export.ts');
  return exportSessions(io, sessions, flags);
}
