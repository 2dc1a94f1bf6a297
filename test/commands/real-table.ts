import type { Command } from 'commander';
import { commandTable, type TableEntry } from '../../src/commands/command-table.ts';
import type { Io } from '../../src/commands/io.ts';
import { program } from '../../src/commands/program.ts';

/** The program's own command table, joined to this process's streams and run by nobody. */
export const theProgram = (): Command => program(process as Io, [], () => undefined);

export const realTable = (): readonly TableEntry[] => commandTable(theProgram());
