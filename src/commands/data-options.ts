import type { Command } from 'commander';

/** Whose data, and whether as JSON. */
export type DataFlags = {
  readonly json?: boolean;
  readonly dataDir?: string;
  readonly profile?: string;
};

/** The options of every command that lists or shows what is stored. */
export const withData = (command: Command): Command =>
  withPlace(command.option('--json', 'as JSON'));

/** The options of every command that changes what is stored, or shows it on the screen. */
export const withPlace = (command: Command): Command =>
  command
    .option('--data-dir <folder>', 'where data lives (PULSEPACE_DATA_DIR)')
    .option('--profile <name>', 'whose data (PULSEPACE_PROFILE)');
