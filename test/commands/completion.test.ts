import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsFrom } from '../../src/commands/completion/paths.ts';
import { typedLine } from '../../src/commands/completion/typed-line.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { runHere } from './in-process.ts';
import { realTable } from './real-table.ts';

test.each([
  ['pulsepace ', ['pulsepace'], ''],
  ['pulsepace sensors use "Polar H', ['pulsepace', 'sensors', 'use'], 'Polar H'],
  ['pulsepace sensors use Polar\\ H', ['pulsepace', 'sensors', 'use'], 'Polar H'],
  ["pulsepace log note last 'it\\ ", ['pulsepace', 'log', 'note', 'last'], 'it\\ '],
])('%j is read as a shell reads it', (line, words, current) => {
  expect(typedLine(line)).toEqual({ words, current });
});

const completions = async (line: string, home = temporaryFolder()): Promise<string[]> => {
  const { code, stdout, stderr } = await runHere(home, ['complete', line]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout.split('\n').flatMap((text) => text.split('\t').slice(0, 1).filter(Boolean));
};

test('every command is completed, and every flag from its dashes', async () => {
  for (const { words, options } of realTable()) {
    if (words !== 'pulsepace') expect(await completions(words)).toContain(words.split(' ').at(-1));
    expect(await completions(`${words} --`)).toEqual(options.map(({ long }) => long));
  }
});

test('what a shell asks is shown in no help and completed nowhere', async () => {
  expect(realTable().some(({ words }) => words.includes('complete '))).toBe(false);
  expect(await completions('pulsepace comp')).toEqual(['completion']);
});

test('the data directory that the line names is looked into', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sessions'));
  writeFileSync(join(folder, 'sessions', '2026-11-22T070000Z_zz99zz.ndjson'), '');
  expect(await completions(`pulsepace log show --data-dir ${folder} zz`)).toEqual(['zz99zz']);
  expect(await completions(`pulsepace log show --data-dir=${folder} `)).toEqual(['last', 'zz99zz']);
  expect(await completions('pulsepace log show ')).toEqual([]);
});

test('a file whose name would move the cursor is not offered', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'good.yaml'), '');
  writeFileSync(join(folder, 'bad\u001b[2J.yaml'), '');
  writeFileSync(join(folder, '.hidden.yaml'), '');
  const offered = await completions(`pulsepace routines check ${folder}/`);
  expect(offered).toEqual([join(folder, 'good.yaml')]);
  expect(pathsFrom(`${folder}/.h`).map(({ value }) => value)).toEqual([
    join(folder, '.hidden.yaml'),
  ]);
  expect(pathsFrom('/nowhere/at/all/')).toEqual([]);
});

test('a line that makes no sense is answered with nothing, and no fault', async () => {
  expect(await completions('pulsepace nonsense --no-such x ')).toEqual([]);
  expect(await completions('pulsepace train --theme=')).toHaveLength(3);
  expect(await completions('pulsepace train --plain=')).toEqual([]);
});
