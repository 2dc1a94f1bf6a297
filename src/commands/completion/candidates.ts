import type { Command } from 'commander';
import { subcommands } from '../command-table.ts';
import { optionNamed, type Place, placeOf, takesValue } from './place.ts';
import type { TypedLine } from './typed-line.ts';

/** What may stand at the cursor. One that ends in `:`, `=` or `/` is not a whole word yet. */
export type Candidate = { readonly value: string; readonly about: string };

/** The values of an option or argument that the table does not list itself; told the beginning that was typed. */
export type ValuesFor = (
  place: Place,
  name: string,
  current: string,
) => Promise<readonly Candidate[]>;

/** What may follow on a line: subcommands, flags, and values from the table or from `valuesFor`. */
export async function candidates(
  pulsepace: Command,
  line: TypedLine,
  valuesFor: ValuesFor,
): Promise<readonly Candidate[]> {
  const place = placeOf(pulsepace, line);
  const { current } = line;
  const begun = await allAt(place, current, valuesFor);
  return begun.filter(({ value }) => value.startsWith(current));
}

async function allAt(place: Place, current: string, valuesFor: ValuesFor) {
  const { command, option, argument } = place;
  if (option !== undefined) {
    return listed(option.argChoices) ?? valuesFor(place, option.attributeName(), current);
  }
  if (current.startsWith('--') && current.includes('='))
    return afterEquals(place, current, valuesFor);
  if (current.startsWith('-')) return flags(command);
  const below = place.isOpen
    ? subcommands(command).map((each) => ({ value: each.name(), about: each.description() }))
    : [];
  if (argument === undefined) return below;
  const values = listed(argument.argChoices) ?? (await valuesFor(place, argument.name(), current));
  return [...below, ...values];
}

async function afterEquals(place: Place, current: string, valuesFor: ValuesFor) {
  const option = optionNamed(place.command, current);
  if (option === undefined || !takesValue(option)) return [];
  const name = `${option.long}=`;
  const begun = current.slice(name.length);
  const values =
    listed(option.argChoices) ?? (await valuesFor(place, option.attributeName(), begun));
  return values.map(({ value, about }) => ({ value: name + value, about }));
}

const listed = (choices: readonly string[] | undefined): readonly Candidate[] | undefined =>
  choices?.map((value) => ({ value, about: '' }));

const flags = (command: Command): Candidate[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, flags: all, description }) => ({ value: long ?? all, about: description }));
