import { dataDirectoryPath } from '../journal/data-directory.ts';
import { doctor } from './doctor/doctor.ts';
import { doctorExitCode } from './doctor/finding.ts';
import { doctorJson, doctorText } from './doctor/render.ts';
import type { Io } from './io.ts';
import { whereFor } from './where-for.ts';

type DoctorFlags = {
  readonly json?: boolean;
  readonly dataDir?: string;
  readonly profile?: string;
};

/** `doctor`: what stands between a strap and this program. Returns the exit code: 4 where Bluetooth is unavailable. */
export async function examine(io: Io, flags: DoctorFlags): Promise<number> {
  const { stdout, stderr, env } = io;
  if (stderr.isTTY === true) stderr.write('Examining; this takes up to 20 s.\n');
  const findings = await doctor({
    dataDirectory: dataDirectoryPath(whereFor(io, flags)),
    terminal: {
      isTerminal: stdout.isTTY === true,
      columns: stdout.columns,
      rows: stdout.rows,
      environment: env,
    },
  });
  const width = stdout.isTTY === true ? stdout.columns : undefined;
  stdout.write(flags.json === true ? doctorJson(findings) : doctorText(findings, width));
  return doctorExitCode(findings);
}
