import type { Command } from 'commander';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import type { ReportFlags } from './report-file.ts';

/** The table of `report`. */
export function addReport(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  pulsepace
    .command('report [session]')
    .description(
      'one session as a page to read or print, for oneself, a carer or a doctor; the newest if none is named',
    )
    .option('--out <file>', 'where to; - is standard output')
    .option('--force', 'replace a file that is there already')
    .option('--data-dir <folder>', 'where data lives (PULSEPACE_DATA_DIR)')
    .option('--profile <name>', 'whose data (PULSEPACE_PROFILE)')
    .addHelpText('before', examples('report', 'report 2 --out for-my-doctor.html'))
    .action(async (session: string | undefined, flags: ReportFlags) => {
      const { reportSession } = await import('./report.ts');
      leaveWith(await reportSession(io, session, flags));
    });
}
