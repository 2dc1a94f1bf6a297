import type { Command } from 'commander';
import { withData } from './data-options.ts';
import { examples } from './examples.ts';
import type { ExportFlags } from './export.ts';
import type { Io } from './io.ts';
import { type ExportLine, runExport } from './run-export.ts';

/** The table of `export`. */
export function addExport(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  withData(pulsepace.command('export [session...]'))
    .description('sessions as files of their own, for you or for other programs')
    .option('--format <format>', 'fit, tcx, csv, json or rr; else as --out ends, else fit')
    .option('--since <date>', 'from this local date on, such as 2026-11-22')
    .option('--until <date>', 'up to this local date, included')
    .option('--out <place>', 'a file, a folder, or - for stdout; else the present folder')
    .option('--force', 'replace a file that is there already')
    .option('--schema', 'print the JSON Schema of --format json')
    .addHelpText(
      'before',
      examples(
        'export last',
        'export last --format csv --out -',
        'export --since 2026-11-01 --until 2026-11-30 --out november/',
      ),
    )
    .action(async (sessions: string[], flags: ExportLine) => {
      leaveWith(await runExport(io, sessions, flags));
    });
}

/** The table of `import`. */
export function addImport(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  withData(pulsepace.command('import <file...>'))
    .description('sessions of other programs into the log: FIT, TCX, CSV, RR text, and our own')
    .addHelpText('before', examples('import walk.fit', 'import *.tcx', 'import old/*.ndjson'))
    .action(async (files: string[], flags: ExportFlags) => {
      const { importFiles } = await import('./import.ts');
      leaveWith(await importFiles(io, files, flags));
    });
}
