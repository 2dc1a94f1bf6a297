import { type Command, Option } from 'commander';
import { DoorError } from './door-error.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import { wholeNumber } from './number-option.ts';
import type { ReportFlags } from './report-file.ts';

/** The table of `report`. */
export function addReport(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  pulsepace
    .command('report [session]')
    .description(
      'a page to read or print, for oneself, a carer or a doctor: of one session, the newest if none is named, or of weeks',
    )
    .addOption(
      new Option('--weeks <n>', 'the last weeks in place of a session').argParser(
        wholeNumber(1, 520),
      ),
    )
    .option('--out <file>', 'where to; - is standard output')
    .option('--force', 'replace a file that is there already')
    .option('--data-dir <folder>', 'where data lives (PULSEPACE_DATA_DIR)')
    .option('--profile <name>', 'whose data (PULSEPACE_PROFILE)')
    .addHelpText(
      'before',
      examples('report', 'report 2 --out for-my-doctor.html', 'report --weeks 8'),
    )
    .action(async (session: string | undefined, flags: ReportFlags & { weeks?: number }) => {
      if (session !== undefined && flags.weeks !== undefined) {
        throw new DoorError('A report is of one session or of weeks; leave one of the two out.');
      }
      const { reportSession, reportWeeks } = await import('./report.ts');
      leaveWith(
        flags.weeks === undefined
          ? await reportSession(io, session, flags)
          : await reportWeeks(io, flags.weeks, flags),
      );
    });
}
