import type { Command } from 'commander';
import { type DataFlags, withData, withPlace } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';
import type { DeleteFlags } from './log-delete.ts';
import type { RecoverFlags } from './log-recover.ts';

/** The table of `log`. */
export function addLog(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  const log = pulsepace
    .command('log')
    .description('the sessions done so far')
    .addHelpText(
      'before',
      examples('log', 'log show last', 'log browse', 'log note last "Slept badly"'),
    );
  withData(log.command('list', { isDefault: true }))
    .description('every session, newest first')
    .addHelpText('before', examples('log list', 'log list --json'))
    .action(async (flags: DataFlags) => {
      const { listLog } = await import('./log.ts');
      leaveWith(await listLog(io, flags));
    });
  withData(log.command('show [session]'))
    .description(
      'one session: by id, its beginning, or its number in the list; the newest if none is named',
    )
    .addHelpText('before', examples('log show', 'log show 2', 'log show last --json'))
    .action(async (session: string | undefined, flags: DataFlags) => {
      const { showLog } = await import('./log.ts');
      leaveWith(await showLog(io, session, flags));
    });
  withPlace(log.command('browse'))
    .description('the sessions on the screen, to be read, compared, noted and deleted')
    .addHelpText('before', examples('log browse'))
    .action(async (flags: DataFlags) => {
      const { browseLog } = await import('./log-browse.tsx');
      leaveWith(await browseLog(io, flags));
    });
  withData(log.command('compare <a> <b>'))
    .description('two sessions side by side, best of the same routine')
    .addHelpText('before', examples('log compare 2 1'))
    .action(async (a: string, b: string, flags: DataFlags) => {
      const { compareLog } = await import('./log-compare.ts');
      leaveWith(await compareLog(io, [a, b], flags));
    });
  addChanges(log, io, leaveWith);
  withPlace(log.command('note <session> <text...>'))
    .description('add a note to a session')
    .addHelpText('before', examples('log note last "Slept badly"'))
    .action(async (session: string, text: string[], flags: DataFlags) => {
      const { addToLog } = await import('./log.ts');
      leaveWith(await addToLog(io, session, { note: text.join(' ') }, flags));
    });
  withPlace(log.command('effort <session> <n>'))
    .description('rate how hard a session was, from 0 (nothing at all) to 10 (as hard as can be)')
    .addHelpText('before', examples('log effort last 3'))
    .action(async (session: string, cr10: string, flags: DataFlags) => {
      const { addToLog } = await import('./log.ts');
      leaveWith(await addToLog(io, session, { cr10 }, flags));
    });
}

/** What removes, checks or mends what is stored. */
function addChanges(log: Command, io: Io, leaveWith: (code: number) => void): void {
  withPlace(log.command('delete <session>'))
    .description('delete a session for good; asks first')
    .addHelpText('before', examples('log delete 2'))
    .option('--yes', 'do not ask')
    .action(async (session: string, flags: DeleteFlags) => {
      const { deleteFromLog } = await import('./log-delete.ts');
      leaveWith(await deleteFromLog(io, session, flags));
    });
  withData(log.command('verify'))
    .description('read every journal anew; names file, line and reason of what is damaged')
    .addHelpText('before', examples('log verify'))
    .action(async (flags: DataFlags) => {
      const { verifyLog } = await import('./log-verify.ts');
      leaveWith(verifyLog(io, flags));
    });
  withData(log.command('recover [session]'))
    .description('what to do with sessions that broke off')
    .option('--finish', 'close it at its last fact; all of them where none is named')
    .option('--resume', 'go on with it, within two hours')
    .option('--discard', 'delete it')
    .option('--sensor <source>', 'the heart to go on with, of the kind it was begun with')
    .option('--plain', 'go on in lines of text instead of the dashboard')
    .addHelpText('before', examples('log recover', 'log recover last --finish'))
    .action(async (session: string | undefined, flags: RecoverFlags) => {
      const { recoverLog } = await import('./log-recover.ts');
      leaveWith(await recoverLog(io, session, flags));
    });
}
