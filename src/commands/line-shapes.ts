import process from 'node:process';
import type { Option } from 'commander';
import { program } from './program.ts';
import type { LineShape } from './ready-line.ts';

/** The commands whose lines are read without commander: they take any number of words, and plain options. */
const names: readonly string[] = ['export'];

/** The options of these commands, out of the command table. */
export const lineShapes = (): Readonly<Record<string, LineShape>> =>
  Object.fromEntries(
    program(process, [], () => undefined)
      .commands.filter((command) => names.includes(command.name()))
      .map((command) => [
        command.name(),
        Object.fromEntries(command.options.filter(isPlain).map(shapeOf)),
      ]),
  );

/** Neither read further, nor there unasked, nor with more than one word. */
const isPlain = ({ parseArg, defaultValue, optional, variadic, negate, envVar }: Option): boolean =>
  parseArg === undefined &&
  defaultValue === undefined &&
  envVar === undefined &&
  !optional &&
  !variadic &&
  !negate;

const shapeOf = (option: Option): readonly [string, LineShape[string]] => [
  option.long ?? option.flags,
  { attribute: option.attributeName(), takesWord: option.required },
];
