import type { Command } from 'commander';
import { examples } from './examples.ts';
import type { Io } from './io.ts';

/** The table of `routines`. */
export function addRoutines(pulsepace: Command, io: Io): void {
  const routines = pulsepace
    .command('routines')
    .description('list, show, check or begin routines; your own live beside those that come along');
  routines
    .command('list', { isDefault: true })
    .description('the routines there are')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: boolean }) => {
      const { listRoutines } = await import('./routines.ts');
      listRoutines(io, flags.json === true);
    });
  routines
    .command('show <routine>')
    .description('what a routine does')
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
}
