import type { Command } from 'commander';
import { type DataFlags, withData } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';

/** The table of `log`. */
export function addLog(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  const log = pulsepace.command('log').description('the sessions done so far');
  withData(log.command('list', { isDefault: true }))
    .description('every session, newest first')
    .action(async (flags: DataFlags) => {
      const { listLog } = await import('./log.ts');
      leaveWith(await listLog(io, flags));
    });
  withData(log.command('show [session]'))
    .description(
      'one session: by id, its beginning, or its number in the list; the newest if none is named',
    )
    .action(async (session: string | undefined, flags: DataFlags) => {
      const { showLog } = await import('./log.ts');
      leaveWith(showLog(io, session, flags));
    });
  withData(log.command('note <session> <text...>'))
    .description('add a note to a session')
    .addHelpText('before', examples('log note last "Slept badly"'))
    .action(async (session: string, text: string[], flags: DataFlags) => {
      const { addToLog } = await import('./log.ts');
      leaveWith(await addToLog(io, session, { note: text.join(' ') }, flags));
    });
  withData(log.command('effort <session> <n>'))
    .description('rate how hard a session was, from 0 (nothing at all) to 10 (as hard as can be)')
    .addHelpText('before', examples('log effort last 3'))
    .action(async (session: string, cr10: string, flags: DataFlags) => {
      const { addToLog } = await import('./log.ts');
      leaveWith(await addToLog(io, session, { cr10 }, flags));
    });
}
