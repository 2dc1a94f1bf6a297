import type { Command } from 'commander';

/** Whose data, and whether as JSON. */
export type DataFlags = {
  readonly json?: boolean;
  readonly dataDir?: string;
  readonly profile?: string;
};

/** The options of every command that reads or changes what is stored. */
export const withData = (command: Command): Command =>
  command
    .option('--json', 'as JSON')
    .option('--data-dir <folder>', 'where data lives (PULSEPACE_DATA_DIR)')
    .option('--profile <name>', 'whose data (PULSEPACE_PROFILE)');
