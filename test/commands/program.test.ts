import process from 'node:process';
import { expect, test } from 'vitest';
import { helpTexts } from '../../src/commands/help-texts.ts';
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

test('no line of any help is wider than 80 columns', () => {
  for (const [name, text] of Object.entries(helpTexts())) {
    for (const line of text.split('\n'))
      expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(80);
  }
});
