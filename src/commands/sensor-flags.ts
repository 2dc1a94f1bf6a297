import { type Command, Option } from 'commander';
import { cueVolumes } from '../cues/telling.ts';
import { themeNames } from '../ui/theme.ts';
import { speed, wholeNumber } from './number-option.ts';

/** The flags of everything that listens to a heart: which, how fast, how it is shown and where it is kept. */
export const addSensorFlags = (command: Command): Command =>
  command
    .option(
      '--sensor <source>',
      'a strap by name, nickname or id; any; simulator[:…]; replay:FILE (PULSEPACE_SENSOR)',
    )
    .option('--reset-energy', 'the strap counts its energy from zero')
    .addOption(
      new Option(
        '--speed <n>',
        'times faster than real, or max (simulator and replay only)',
      ).argParser(speed),
    )
    .option('--no-log', 'keep no journal of this session')
    .option('--plain', 'lines of text instead of the dashboard')
    .addOption(
      new Option('--theme <name>', 'colours of the dashboard (PULSEPACE_THEME)').choices(
        themeNames,
      ),
    )
    .option('--ascii', 'draw with ASCII alone')
    .option('--accessible', 'sentences for a screen reader (ACCESSIBLE=1, or your profile)')
    .option('--no-accessible', 'the dashboard, whatever your profile says')
    .addOption(
      new Option(
        '--announce <seconds>',
        'with --accessible, how often the pulse is told; 0 never',
      ).argParser(wholeNumber(0, 3600)),
    )
    .option('--voice', 'speak through the voice of the system (PULSEPACE_VOICE)')
    .option('--no-voice', 'do not speak, whatever your profile says')
    .addOption(
      new Option('--cues <volume>', 'how much is spoken (PULSEPACE_CUES)').choices([...cueVolumes]),
    )
    .option('--json', 'the facts as NDJSON on stdout')
    .option('--data-dir <folder>', 'where data lives (PULSEPACE_DATA_DIR)')
    .option('--profile <name>', 'whose data (PULSEPACE_PROFILE)')
    .addHelpText('after', aboutSimulator);

const aboutSimulator = `
The simulator takes settings: simulator:person=NAME,seed=N,faults=FAULT,FAULT…
  person  untrained (the default), sedentary, older, deconditioned, fit,
          beta-blocked
  seed    a whole number; the same seed gives the same heart
  faults  KIND[@START[+LENGTH]], such as dropout@120s+20s; the kinds are
          dropout, freeze, zeros, spikes, contact-lost, no-rr, many-rr,
          absurd-rr, wide, energy, battery, garbled, clock-jump (nothing for so
          long, then all of it at once)
`;
