import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRoutine } from '../../src/library/parse-routine.ts';
import { readRoutine } from '../../src/library/read-routine.ts';
import { anyCharacter } from '../any-character.ts';
import { folder, rightYaml, written } from './folder.ts';

const refusal = (path: string): string => {
  try {
    readRoutine(path);
    return 'taken';
  } catch (error) {
    expect(error).toMatchObject({ name: 'RoutineError', exitCode: 2 });
    return error instanceof Error ? error.message : '';
  }
};

describe('files from others: what is no routine file is refused before it is read', () => {
  test('10 MB, a folder, /dev/zero, a pipe without a writer, a link in a circle', () => {
    const where = folder();
    mkdirSync(join(where, 'a-folder.yaml'));
    execFileSync('mkfifo', [join(where, 'pipe.yaml')]);
    execFileSync('ln', ['-s', join(where, 'circle.yaml'), join(where, 'circle.yaml')]);
    const big = written(where, 'big.yaml', Buffer.alloc(10 * 2 ** 20, 0x20));
    expect(refusal(big)).toMatch(/larger than 256 KiB/);
    expect(refusal(join(where, 'a-folder.yaml'))).toMatch(/not a file/);
    expect(refusal('/dev/zero')).toMatch(/not a file/);
    expect(refusal(join(where, 'pipe.yaml'))).toMatch(/not a file/);
    expect(refusal(join(where, 'circle.yaml'))).toMatch(/cannot be read/);
  });
});

const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    'bcdefghi'
      .split('')
      .map((name, n) => `${name}: &${name} [${`*${'abcdefgh'[n]}, `.repeat(8)}*${'abcdefgh'[n]}]`),
  )
  .join('\n');

describe('files from others: each trick is one refusal with its place, within a second', () => {
  test.each([
    ['depth 20 000, flow', `steps: ${'['.repeat(20_000)}`],
    ['depth 20 000, closed', `steps: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['depth 20 000, maps', `steps: ${'{a: '.repeat(20_000)}`],
    ['depth 500, blocks', Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['depth 20 000, lists in a line', `steps:\n  ${'- '.repeat(20_000)}x`],
    ['depth 20 000, keys in a line', `steps: ${'a: '.repeat(20_000)}x`],
    ['depth 20 000, question marks', `${'? '.repeat(20_000)}x`],
    ['an alias', rightYaml().replace('name: Mine', 'name: &n Mine').replace('For stories.', '*n')],
    ['a cyclic alias', 'steps: &s [*s]'],
    ['a billion laughs', laughs],
    ['duplicate keys', `${rightYaml()}id: mine\n`],
    ['a tag of ours', rightYaml('mine', { name: '!!js/function "x"' })],
    ['an unknown tag', rightYaml('mine', { name: '!x y' })],
    ['a merge key', `${rightYaml()}<<: { id: x }\n`],
    ['__proto__ as a key', `${rightYaml()}__proto__: { limitBpm: 200 }\n`],
    ['constructor as a key', `${rightYaml()}constructor: { prototype: 1 }\n`],
    ['__proto__ as an id', rightYaml('__proto__')],
    ['constructor as an id', rightYaml('constructor')],
    ['__proto__ as the id of a step', rightYaml('mine', { stepId: '__proto__' })],
    ['NaN', rightYaml('mine', { restSeconds: '.nan' })],
    ['infinity', rightYaml('mine', { restSeconds: '.inf' })],
    ['1e999', rightYaml('mine', { restSeconds: '1e999' })],
    ['2^53', rightYaml('mine', { limitBpm: '9007199254740992' })],
    ['a million reps', rightYaml('mine', { dose: '{ type: reps, reps: 1e6, cadencePerMin: 1 }' })],
    [
      'a million sets of a million',
      rightYaml('mine', {
        dose: '{ type: sets, sets: 1e6, reps: 1e6, cadencePerMin: 1, restSeconds: 1 }',
      }),
    ],
    [
      'more than 48 h',
      rightYaml('mine', { dose: '{ type: holds, holdSeconds: 14400, reps: 13, restSeconds: 1 }' }),
    ],
    [
      'more than 48 h at its most',
      rightYaml('mine', {
        dose: '{ type: holds, holdSeconds: 14400, reps: { least: 1, most: 13 }, restSeconds: 1 }',
      }),
    ],
    ['two documents', `${rightYaml()}---\nid: other\n`],
    ['nothing', ''],
    ['only NULs', '\0'.repeat(64)],
    ['a list', '- 1\n- 2\n'],
  ])('%s', (_, text) => {
    const began = performance.now();
    const { routine, faults } = parseRoutine(text);
    expect(performance.now() - began).toBeLessThan(1500);
    expect(routine).toBeUndefined();
    expect(faults.length).toBeGreaterThan(0);
    for (const { line, column, message } of faults) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message.length).toBeGreaterThan(5);
    }
    expect(({} as { limitBpm?: unknown }).limitBpm).toBeUndefined();
  });

  test('a name that means something to JavaScript is but a text', () => {
    expect(parseRoutine(rightYaml('mine', { name: '__proto__' })).routine?.name).toBe('__proto__');
    expect(parseRoutine(rightYaml('mine', { name: 'constructor' })).routine?.name).toBe(
      'constructor',
    );
  });

  test('48 h themselves are taken', () => {
    const dose = '{ type: holds, holdSeconds: 14400, reps: 11, restSeconds: 1 }';
    expect(parseRoutine(rightYaml('mine', { dose })).faults).toEqual([]);
  });
});

test('any text at all is a routine or a list of faults with places, and never throws', () => {
  const bits = fc.constantFrom(
    ...rightYaml().split(/(?<=[ :,{}[\]\n])/),
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '- ',
    '|\n',
    '"',
    '\0',
    '\t',
    '# ',
    '%YAML 9.9\n',
    '---\n',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 200, unit: anyCharacter }),
        fc.array(bits, { maxLength: 60 }).map((all) => all.join('')),
      ),
      (text) => {
        const { routine, faults } = parseRoutine(text);
        expect(routine === undefined).toBe(faults.length > 0);
      },
    ),
    { numRuns: 600 },
  );
});

test('a right file with any one byte changed is a routine or a list of faults', () => {
  const right = rightYaml();
  fc.assert(
    fc.property(
      fc.nat(right.length - 1),
      fc.string({ unit: anyCharacter, maxLength: 2 }),
      (at, put) => {
        const { routine, faults } = parseRoutine(right.slice(0, at) + put + right.slice(at + 1));
        expect(routine === undefined).toBe(faults.length > 0);
      },
    ),
    { numRuns: 600 },
  );
});
