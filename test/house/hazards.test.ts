import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hazards = readFileSync(join(root, 'docs/hazards.md'), 'utf8');

type Proof = { readonly file: string; readonly name: string };

/** The last cell of each row of a table: files in backquotes, each with the names of its tests in quotes, parted by dots. */
const proofsOf = (text: string): Proof[] =>
  text.split('\n').flatMap((line) => {
    const cell = /^\|.*\| (`test\/.*) \|$/.exec(line)?.[1];
    return (cell?.split(/(?=`test\/)/) ?? []).flatMap((part) => {
      const file = /^`(test\/[^`]+)`/.exec(part)?.[1] ?? '';
      const names = part.slice(file.length + 2).split(' · ');
      const quoted = names.map((name) => /^\s*"(.*)"\s*$/.exec(name)?.[1]);
      return quoted.flatMap((name) => (name === undefined ? [] : [{ file, name }]));
    });
  });

const isProved = ({ file, name }: Proof): boolean => {
  const path = join(root, file);
  if (!existsSync(path)) return false;
  const titles = new Set(
    [...readFileSync(path, 'utf8').matchAll(/(['`])((?:(?!\1).)+)\1/g)].map(([, , text]) => text),
  );
  return titles.has(name);
};

const ids = [
  ...Array.from({ length: 10 }, (_, index) => `A${index + 1}`),
  ...Array.from({ length: 9 }, (_, index) => `D${index + 1}`),
];

test('each test that docs/hazards.md names exists, and each of its rows names one', () => {
  const proofs = proofsOf(hazards);
  const rows = hazards.split('\n').filter((line) => /^\|(?! (id|hazard) |-)/.test(line));
  expect(rows.length).toBeGreaterThan(ids.length);
  for (const row of rows) expect([row, proofsOf(row).length > 0]).toEqual([row, true]);
  expect(proofs.filter((proof) => !isProved(proof))).toEqual([]);
});

test('a test that does not exist is seen', () => {
  const row = '| A1 | x | y | `test/house/hazards.test.ts` "a test that does not exist" |';
  expect(proofsOf(row)).toHaveLength(1);
  expect(proofsOf(row).filter(isProved)).toEqual([]);
  const gone = row.replace('hazards.test', 'gone.test');
  expect(proofsOf(gone).filter(isProved)).toEqual([]);
});

test.each(ids)('%s stands in docs/hazards.md and in the name of a test', (id) => {
  expect(hazards).toMatch(new RegExp(`^\\| ${id} \\|`, 'm'));
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
  const named = files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) =>
      new RegExp(`(?:test|it|describe)[^'\`]*['\`][^'\`]*\\b${id}\\b`).test(
        readFileSync(join(root, 'test', file), 'utf8'),
      ),
    );
  expect(named).not.toEqual([]);
});
