import { type Command, Option } from 'commander';
import { speed } from './number-option.ts';

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
    .option('--json', 'the facts as NDJSON on stdout')
    .option('--data-dir <folder>', 'where data lives (PULSEPACE_DATA_DIR)')
    .option('--profile <name>', 'whose data (PULSEPACE_PROFILE)')
    .addHelpText('after', aboutSimulator);

const aboutSimulator = `
The simulator takes settings: simulator:person=NAME,seed=N,faults=FAULT,FAULT…
  person  untrained (the default), sedentary, older, deconditioned, fit, beta-blocked
  seed    a whole number; the same seed gives the same heart
  faults  KIND[@START[+LENGTH]], such as dropout@120s+20s; the kinds are dropout, freeze, zeros,
          spikes, contact-lost, no-rr, many-rr, absurd-rr, wide, energy, battery, garbled,
          clock-jump (nothing for so long, then all of it at once)
`;
