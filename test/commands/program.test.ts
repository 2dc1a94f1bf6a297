import process from 'node:process';
import { expect, test } from 'vitest';
import { program } from '../../src/commands/program.ts';

const tableFor = (...args: string[]) => program(process, args, () => undefined);
const all = tableFor().commands;

test('the whole table is there for the help, and for a command that is not known', () => {
  expect(all.map((command) => command.name())).toEqual(expect.arrayContaining(['train', 'man']));
  expect(tableFor('--help').helpInformation()).toBe(tableFor().helpInformation());
  expect(tableFor('trian').commands).toHaveLength(all.length);
  expect(tableFor('constructor').commands).toHaveLength(all.length);
});

test.each(all.map((command) => [command.name(), command] as const))(
  '%s alone is registered where it is named, with the same help',
  (name, command) => {
    const alone = tableFor(name, '--help').commands;
    expect(alone.map((each) => each.name())).toEqual([name]);
    expect(alone[0]?.helpInformation()).toBe(command.helpInformation());
  },
);
