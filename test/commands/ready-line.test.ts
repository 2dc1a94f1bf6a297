import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineShapes } from '../../src/commands/line-shapes.ts';
import { program } from '../../src/commands/program.ts';
import { lineIn, type ReadyLine, readyLine } from '../../src/commands/ready-line.ts';

const { export: shape = {} } = lineShapes();

/** What commander makes of a line of `export`; undefined where it refuses it or answers it with help. */
async function byCommander(args: readonly string[]): Promise<ReadyLine | undefined> {
  const table = program(process, ['export'], () => undefined);
  let line: ReadyLine | undefined;
  table.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  const [command] = table.commands;
  command?.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  command?.action((words: string[], flags: ReadyLine['flags']) => {
    line = { words, flags };
  });
  try {
    await table.parseAsync(['export', ...args], { from: 'user' });
  } catch {
    return undefined;
  }
  return line;
}

const spellings = fc.oneof(
  fc.constantFrom(...Object.keys(shape)),
  fc.constantFrom(
    'last',
    '1',
    '',
    '-',
    '--',
    '-h',
    '--help',
    '-x',
    '--out=a',
    '--forc',
    '--version',
  ),
  fc.constantFrom('constructor', '--constructor', '--no-force', 'help', 'export', ' --out', '-V'),
  fc.string({ maxLength: 4 }),
);

test('law: a line that is read without commander is read as commander would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spellings, { maxLength: 6 }), async (args) => {
      const line = lineIn(shape, args);
      if (line !== undefined) expect(line).toEqual(await byCommander(args));
    }),
    { numRuns: 300 },
  );
});

test('a usual line is read so, every option in it', () => {
  const args = 'last --format fit 2 --out - --force --data-dir /d --json --profile ann'.split(' ');
  expect(lineIn(shape, args)).toEqual({
    words: ['last', '2'],
    flags: { format: 'fit', out: '-', force: true, dataDir: '/d', json: true, profile: 'ann' },
  });
});

test.each(['--out', '--out --force', '--nonsense', '-h', '--', '-', '--out=a', '--constructor'])(
  'commander is asked about %j',
  (line) => expect(lineIn(shape, line.split(' '))).toBeUndefined(),
);

test('in a checkout commander reads every line', () => {
  expect(readyLine('export', ['last'])).toBeUndefined();
});
