import { EventEmitter } from 'node:events';
import type { Command } from 'commander';

/** One command as its help has it: `words` from the program's name on, notes and examples without their headings. */
export type TableEntry = {
  readonly words: string;
  readonly usage: string;
  readonly about: string;
  readonly arguments: readonly Term[];
  readonly options: readonly (Term & { readonly long: string; readonly attribute: string })[];
  readonly examples: readonly string[];
  readonly notes: string;
};

type Term = { readonly term: string; readonly about: string };

const examplePrompt = '  $ ';

/** The whole table of a program, itself first, without what is hidden. Runs nothing. */
export function commandTable(command: Command, above = ''): readonly TableEntry[] {
  const words = above === '' ? command.name() : `${above} ${command.name()}`;
  const help = command.createHelp();
  const before = textAround(command, 'beforeHelp').split('\n');
  const entry: TableEntry = {
    words,
    usage: `${words} ${command.usage()}`,
    about: command.description(),
    arguments: help.visibleArguments(command).map((argument) => ({
      term: argument.name(),
      about: help.argumentDescription(argument),
    })),
    options: help.visibleOptions(command).map((option) => ({
      term: help.optionTerm(option),
      about: help.optionDescription(option),
      long: option.long ?? option.flags,
      attribute: option.attributeName(),
    })),
    examples: before
      .filter((line) => line.startsWith(examplePrompt))
      .map((line) => line.slice(examplePrompt.length)),
    notes: textAround(command, 'afterHelp').trim(),
  };
  return [entry, ...subcommands(command).flatMap((each) => commandTable(each, words))];
}

/** The commands below one, without what is hidden and without commander's own `help`. */
export const subcommands = (command: Command): readonly Command[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((each) => command.commands.includes(each));

function textAround(command: Command, event: 'beforeHelp' | 'afterHelp'): string {
  let text = '';
  const emitter: unknown = command;
  if (!(emitter instanceof EventEmitter)) return text;
  emitter.emit(event, { error: false, command, write: (more: string) => (text += more) });
  return text;
}
