import { type Command, Option } from 'commander';
import type { AnalyseFlags } from './analyse.ts';
import { withData } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import { wholeNumber } from './number-option.ts';

const seconds = (flags: string, about: string, usual: number): Option =>
  new Option(flags, about).argParser(wholeNumber(1, 86_400)).default(usual);

/** The table of `analyse`. */
export function addAnalyse(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  withData(pulsepace.command('analyse <recording>'))
    .description(
      'heart rate variability of a session, or of a file: FIT, RR intervals (ms, one a line), CSV, HRV Logger, Polar',
    )
    .addOption(seconds('--window <seconds>', 'length of the rolling windows', 120))
    .addOption(seconds('--step <seconds>', 'from one window to the next', 30))
    .addHelpText(
      'before',
      examples(
        'analyse last',
        'analyse night.rr.txt --json',
        'analyse walk.fit',
        'analyse last --window 60 --step 10',
      ),
    )
    .action(async (recording: string, flags: AnalyseFlags) => {
      const { analyseRecording } = await import('./analyse.ts');
      leaveWith(await analyseRecording(io, recording, flags));
    });
}
