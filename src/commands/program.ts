import { Command, Option } from 'commander';
import { disclaimer } from '../exchange/disclaimer.ts';
import { sports } from '../session/sport.ts';
import { addAnalyse } from './analyse-program.ts';
import { addDoctor, addSensors } from './bluetooth-commands.ts';
import { examples } from './examples.ts';
import { addExport, addImport } from './exchange-program.ts';
import { helpWidth } from './help-width.ts';
import type { Io } from './io.ts';
import { addLog } from './log-program.ts';
import { addComplete, addCompletion, addMan } from './manual-program.ts';
import { wholeNumber } from './number-option.ts';
import { addProfile } from './profile-program.ts';
import { addReport } from './report-program.ts';
import { addRest } from './rest-program.ts';
import { addRoutines } from './routines-program.ts';
import { addSensorFlags } from './sensor-flags.ts';
import type { SessionFlags } from './session-flags.ts';
import { addTrends } from './trends-program.ts';
import { usageSentence } from './usage-sentence.ts';
import { version } from './version.ts';
import { visible } from './visible.ts';

const about = `A heart-rate-aware training tracker for the terminal.

pulsepace paces gentle exercises by your pulse and warns when it reaches 90 to 100.
${disclaimer}`;

const first = examples('train heart --sensor simulator', 'sensors scan', 'log');

const whereMore = `
A flag comes before the environment, and the environment before your profile.
pulsepace man has all of them, and the exit codes.`;

/** The descriptions of `routines` have fewer columns than commander would wrap by itself. */
const leastHelpText = 20;

type Add = (pulsepace: Command, io: Io, leaveWith: (code: number) => void) => void;

/** The commands by name, in the order of the help. */
const table: Readonly<Record<string, Add>> = {
  train: addTrain,
  watch: addWatch,
  rest: addRest,
  routines: addRoutines,
  log: addLog,
  trends: addTrends,
  export: addExport,
  import: addImport,
  report: addReport,
  profile: addProfile,
  sensors: addSensors,
  doctor: addDoctor,
  analyse: addAnalyse,
  decode: addDecode,
  completion: addCompletion,
  man: (pulsepace, io) => addMan(pulsepace, io, () => whole(io)),
  complete: (pulsepace, io) => addComplete(pulsepace, io, () => whole(io)),
};

const whole = (io: Io): Command => program(io, [], () => undefined);

/**
 * The command table: only the command that `args` begin with, else all of them, for the help and for what is not known.
 * Every command loads what it needs only when it runs.
 */
export function program(
  io: Io,
  args: readonly string[],
  leaveWith: (code: number) => void,
): Command {
  const pulsepace = new Command('pulsepace')
    .description(about)
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(visible(text)),
      getOutHelpWidth: () => helpWidth(io.stdout),
      getErrHelpWidth: () => helpWidth(io.stderr),
      outputError: (text, write) => write(usageSentence(text)),
    })
    .configureHelp({ minWidthToWrap: leastHelpText })
    .showHelpAfterError('Add --help to see what there is.')
    .showSuggestionAfterError(true)
    .addHelpText('before', first)
    .addHelpText('after', whereMore);
  const [name = ''] = args;
  const named = Object.hasOwn(table, name) ? table[name] : undefined;
  for (const add of named === undefined ? Object.values(table) : [named]) {
    add(pulsepace, io, leaveWith);
  }
  return pulsepace;
}

function addTrain(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  addSessionFlags(pulsepace.command('train'))
    .description('run a routine, paced by the pulse: the main job')
    .argument('[routine]', 'a routine by name, or a YAML file', 'heart')
    .addOption(level())
    .addHelpText(
      'before',
      examples(
        'train heart --sensor simulator',
        'train heart --sensor simulator:person=older --speed 10',
      ),
    )
    .action(async (routine: string, flags: SessionFlags) => {
      const { train } = await import('./train.ts');
      leaveWith(await train(io, routine, flags));
    });
}

function addWatch(pulsepace: Command, io: Io, leaveWith: (code: number) => void): void {
  addSessionFlags(pulsepace.command('watch'))
    .description('the pulse and its guard without a routine, for walking or cycling')
    .addOption(new Option('--sport <name>', 'what it is for').choices(sports))
    .addHelpText(
      'before',
      examples(
        'watch --sport walk',
        'watch --sensor simulator',
        'watch --sensor replay:walk.rr.txt --speed max',
      ),
    )
    .action(async (flags: SessionFlags) => {
      const { watch } = await import('./watch.ts');
      leaveWith(await watch(io, flags));
    });
}

function addDecode(pulsepace: Command, io: Io): void {
  pulsepace
    .command('decode')
    .description('heart rate packets (0x2A37) as hex, one a line on stdin, to JSON')
    .addHelpText('before', '\nExamples:\n  $ echo 16 48 00 04 | pulsepace decode\n')
    .action(async () => {
      const { decode } = await import('./decode.ts');
      await decode(io.stdin, io.stdout);
    });
}

function addSessionFlags(command: Command): Command {
  return addSensorFlags(command)
    .option('--no-sensor', 'a plain timer: no pulse, nothing guards you, and the log says so')
    .addOption(
      new Option('--caution <bpm>', 'the pulse that warns (PULSEPACE_CAUTION)').argParser(
        wholeNumber(1, 999),
      ),
    )
    .addOption(
      new Option(
        '--limit <bpm>',
        'the pulse above which exercise stops (PULSEPACE_LIMIT)',
      ).argParser(wholeNumber(1, 999)),
    )
    .option('--screened', 'you have answered the questions before a session for yourself')
    .addOption(
      new Option('--minutes <n>', 'end by itself after so many minutes').argParser(
        wholeNumber(1, 2880),
      ),
    );
}

const level = (): Option =>
  new Option('--level <n>', 'the dose for once, from 0 (least) to 10 (most); else yours').argParser(
    wholeNumber(0, 10),
  );
