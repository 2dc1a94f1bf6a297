import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { helpTexts } from '../../src/commands/help-texts.ts';
import { lineShapes } from '../../src/commands/line-shapes.ts';
import { runHere } from '../commands/in-process.ts';
import { emptyFolder, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const written: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../dist/bundle/help.json', import.meta.url)), 'utf8'),
);

test('the help texts that the build has written are those of the command table, every one and no other', () => {
  expect(Object.keys(written)).toEqual(expect.arrayContaining(['', 'train', 'log', 'log list']));
  expect(written).toEqual(helpTexts());
});

test.each(Object.keys(written))('commander gives the very text written for %j', async (words) => {
  const args = [...words.split(' ').filter((word) => word !== ''), '--help'];
  expect(await runHere(emptyFolder(), args)).toEqual({
    code: 0,
    stdout: written[words],
    stderr: '',
  });
});

// In a checkout commander answers all of these itself.
test.each([
  [],
  ['--help'],
  ['-h'],
  ['help'],
  ['help', 'train'],
  ['train', '-h'],
  ['log', 'show', '--help'],
  ['complete', '--help'],
  ['train', 'heart', '--help'],
  ['--help', 'train'],
  ['log', '--help', 'list'],
  ['help', '--help'],
  ['constructor', '--help'],
  ['nonsense', '--help'],
  ['-V'],
  ['--version', 'train'],
  ['train', '--version'],
  ['decode', 'x'],
  ['decode', '--json'],
])('pulsepace %s says the same with texts written beforehand and without', async (...args) => {
  const ran = await run(emptyFolder(), args);
  expect(ran).toEqual(await runHere(emptyFolder(), args));
});

async function helpOn(columns: number): Promise<string> {
  const screen = terminal(emptyFolder(), ['train', '--help'], { columns });
  await screen.exit;
  return screen.written().replaceAll('\r\n', '\n');
}

test('a wide terminal gets the lines of 80 columns, a narrow one others of the same words', async () => {
  const usual = written.train ?? '';
  expect(await helpOn(80)).toBe(usual);
  expect(await helpOn(132)).toBe(usual);
  const narrow = await helpOn(60);
  expect(narrow).not.toBe(usual);
  expect(narrow.split(/\s+/)).toEqual(usual.split(/\s+/));
});

test('the lines that need no commander are those of the command table', () => {
  const lines = readFileSync(
    fileURLToPath(new URL('../../dist/bundle/lines.json', import.meta.url)),
    'utf8',
  );
  expect(JSON.parse(lines)).toEqual(lineShapes());
});

test('a plain line of export needs no command table', async () => {
  const fixture = fileURLToPath(new URL('fixtures/tell-program.cjs', import.meta.url));
  const env = { NODE_OPTIONS: `--require ${fixture}` };
  const plain = await run(emptyFolder(), ['export', 'last', '--format', 'fit'], { env });
  expect([plain.code, plain.stderr]).toEqual([
    3,
    expect.not.stringContaining('the command table is loaded'),
  ]);
  const other = await run(emptyFolder(), ['export', 'last', '--format=fit'], { env });
  expect(other.stderr).toContain('the command table is loaded');
});
