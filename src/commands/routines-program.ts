import type { Command } from 'commander';
import { type DataFlags, withData, withPlace } from './data-options.ts';
import { examples } from './examples.ts';
import type { Io } from './io.ts';

/** The table of `routines`. */
export function addRoutines(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  const routines = pulsepace
    .command('routines')
    .description('list, show, check or begin routines; your own live beside those that come along')
    .addHelpText(
      'before',
      examples('routines', 'routines show heart', 'routines plan heart morning'),
    );
  routines
    .command('list', { isDefault: true })
    .description('the routines there are')
    .addHelpText('before', examples('routines list', 'routines list --json'))
    .option('--json', 'as JSON')
    .action(async (flags: { json?: boolean }) => {
      const { listRoutines } = await import('./routines.ts');
      listRoutines(io, flags.json === true);
    });
  routines
    .command('show <routine>')
    .description('what a routine does')
    .addHelpText(
      'before',
      examples('routines show neck', 'routines show neck --yaml > my-neck.yaml'),
    )
    .option('--json', 'as JSON')
    .option('--yaml', 'its file as it is')
    .action(async (routine: string, flags: { json?: boolean; yaml?: boolean }) => {
      const { showRoutine } = await import('./routines.ts');
      showRoutine(io, routine, flags);
    });
  routines
    .command('check <file>')
    .description('whether a routine file is right; says line and column of what is not')
    .addHelpText('before', examples('routines check my-routine.yaml'))
    .action(async (file: string) => {
      const { checkRoutine } = await import('./routines.ts');
      checkRoutine(io, file);
    });
  routines
    .command('new <name>')
    .description('a commented example of your own, in PULSEPACE_CONFIG_DIR or your settings folder')
    .addHelpText('before', examples('routines new morning-stretch'))
    .action(async (name: string) => {
      const { createRoutine } = await import('./routines.ts');
      createRoutine(io, name);
    });
  routines
    .command('schema')
    .description('the JSON Schema of a routine file, for editors')
    .addHelpText('before', examples('routines schema > routine.schema.json'))
    .action(async () => {
      const { printSchema } = await import('./routines.ts');
      printSchema(io);
    });
  withData(routines.command('due'))
    .description('what is due now, and the last eight weeks')
    .addHelpText('before', examples('routines due'))
    .action(async (flags: DataFlags) => {
      const { routinesDue } = await import('./routines-due.ts');
      leaveWith(await routinesDue(io, flags));
    });
  withPlace(routines.command('plan <routine> <times> [days]'))
    .description('when to do a routine: morning, day, evening; mon to sun; off ends the plan')
    .addHelpText(
      'before',
      examples(
        'routines plan heart morning',
        'routines plan neck day,evening mon,wed,fri',
        'routines plan neck off',
      ),
    )
    .action(async (routine: string, times: string, days: string | undefined, flags: DataFlags) => {
      const { planRoutine } = await import('./routines-plan.ts');
      leaveWith(
        await planRoutine(io, { routine, times, ...(days !== undefined && { days }) }, flags),
      );
    });
  withData(routines.command('level <routine> [yes]'))
    .description('how far you are in a routine, and what is offered; up, pace or full takes it')
    .addHelpText('before', examples('routines level heart', 'routines level heart up'))
    .action(async (routine: string, yes: string | undefined, flags: DataFlags) => {
      const { routineLevel } = await import('./routines-level.ts');
      leaveWith(await routineLevel(io, { routine, ...(yes !== undefined && { yes }) }, flags));
    });
}
