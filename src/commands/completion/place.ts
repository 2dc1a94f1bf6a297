import type { Argument, Command, Option } from 'commander';
import { subcommands } from '../command-table.ts';
import type { TypedLine } from './typed-line.ts';

/** Where the cursor is: what the next word may be. `before` are the arguments that the command has already. */
export type Place = {
  readonly command: Command;
  /** The option whose value is being typed. */
  readonly option?: Option;
  readonly argument?: Argument;
  readonly before: readonly string[];
  /** Subcommands can stand here. */
  readonly isOpen: boolean;
};

/** Follows a line, whose first word is the program, down the table. Pure. */
export function placeOf(pulsepace: Command, { words }: Pick<TypedLine, 'words'>): Place {
  let command = pulsepace;
  let before: readonly string[] = [];
  let option: Option | undefined;
  let isOpen = true;
  for (const word of words.slice(1)) {
    const below = isOpen && option === undefined ? named(command, word) : undefined;
    if (option !== undefined) option = undefined;
    else if (word.startsWith('-')) option = waiting(command, word);
    else if (below !== undefined) command = below;
    else before = [...before, word];
    isOpen = before.length === 0 && command.commands.length > 0;
  }
  const argument = argumentAt(command, before.length);
  return {
    command,
    before,
    isOpen,
    ...(option !== undefined && { option }),
    ...(argument !== undefined && { argument }),
  };
}

/** The option of a command by its name, with or without a value behind `=`. */
export const optionNamed = (command: Command, word: string): Option | undefined => {
  const [name] = word.split('=', 1);
  return command.options.find(({ long, short }) => long === name || short === name);
};

export const takesValue = ({ required, optional }: Option): boolean => required || optional;

const named = (command: Command, word: string): Command | undefined =>
  subcommands(command).find((each) => each.name() === word);

function waiting(command: Command, word: string): Option | undefined {
  const option = optionNamed(command, word);
  return option !== undefined && takesValue(option) && !word.includes('=') ? option : undefined;
}

function argumentAt({ registeredArguments: all }: Command, index: number): Argument | undefined {
  const last = all.at(-1);
  return all[index] ?? (last?.variadic === true ? last : undefined);
}
