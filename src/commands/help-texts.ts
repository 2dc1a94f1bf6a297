import process from 'node:process';
import type { Command } from 'commander';
import { subcommands } from './command-table.ts';
import { helpColumns } from './help-width.ts';
import { program } from './program.ts';

/** What commander prints for the program (under the empty name) and for each command by its words, at the usual width. */
export function helpTexts(): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const add = (command: Command, words: readonly string[]): void => {
    const name = words.join(' ');
    command.configureOutput({
      getOutHelpWidth: () => helpColumns,
      writeOut: (text) => {
        texts[name] = (texts[name] ?? '') + text;
      },
    });
    command.outputHelp();
    for (const each of subcommands(command)) add(each, [...words, each.name()]);
  };
  add(
    program(process, [], () => undefined),
    [],
  );
  return texts;
}
