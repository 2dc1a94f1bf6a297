import { type Command, Option } from 'commander';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import { wholeNumber } from './number-option.ts';
import { addSensorFlags } from './sensor-flags.ts';
import type { SessionFlags } from './session-flags.ts';

const [leastMinutes, mostMinutes] = [1, 5];

/** The table of `rest`. */
export function addRest(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  addSensorFlags(pulsepace.command('rest'))
    .description('the pulse at rest and its variability: sit or lie still, breathe as you like')
    .addOption(
      new Option('--minutes <n>', 'how long, from 1 to 5; 3 where you do not say').argParser(
        wholeNumber(leastMinutes, mostMinutes),
      ),
    )
    .addHelpText('before', examples('rest', 'rest --minutes 5', 'rest --sensor simulator'))
    .action(async (flags: SessionFlags) => {
      const { rest } = await import('./rest.ts');
      leaveWith(await rest(io, flags));
    });
}
