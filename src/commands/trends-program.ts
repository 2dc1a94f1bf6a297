import { type Command, Option } from 'commander';
import { withData } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import { wholeNumber } from './number-option.ts';
import type { TrendsFlags } from './trends.ts';

const mostWeeks = 1040;

/** The table of `trends`. */
export function addTrends(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  withData(pulsepace.command('trends'))
    .description('weeks: pulse at rest, RMSSD, pulse in each exercise, recovery, load, regularity')
    .addOption(
      new Option('--weeks <n>', 'how many, up to this one; 12 where you do not say').argParser(
        wholeNumber(1, mostWeeks),
      ),
    )
    .addHelpText('before', examples('trends', 'trends --weeks 52'))
    .action(async (flags: TrendsFlags) => {
      const { trends } = await import('./trends.ts');
      leaveWith(await trends(io, flags));
    });
}
