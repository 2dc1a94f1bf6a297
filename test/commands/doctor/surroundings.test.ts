import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  examineDataDirectory,
  examineNode,
  examineSpace,
  examineTerminal,
  judgeSpace,
} from '../../../src/commands/doctor/surroundings.ts';

test.for([
  ['v20.19.0', 'ok'],
  ['v22.1.0', 'ok'],
  ['v20.18.3', 'problem'],
  ['v18.20.4', 'problem'],
] as const)('Node %s is %s', ([version, status]) => {
  expect(examineNode(version).status).toBe(status);
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'doctor-data-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a data directory that does not exist yet is fine, and is not created', () => {
  const wanted = join(folder(), 'a', 'b');
  expect(examineDataDirectory(wanted)).toMatchObject({ status: 'ok' });
  expect(existsSync(wanted)).toBe(false);
});

test('a file in the way of the data directory is a problem with its path', () => {
  const file = join(folder(), 'taken');
  writeFileSync(file, '');
  expect(examineDataDirectory(join(file, 'pulsepace'))).toMatchObject({
    status: 'problem',
    sentence: expect.stringContaining(file),
  });
});

test.skipIf(process.getuid?.() === 0)(
  'a data directory without write permission is a problem',
  () => {
    const locked = join(folder(), 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    expect(examineDataDirectory(locked)).toMatchObject({ status: 'problem' });
  },
);

test('free space is judged by what a day of training takes', () => {
  expect(judgeSpace(10 * 2 ** 30).status).toBe('ok');
  expect(judgeSpace(20 * 2 ** 20).status).toBe('warning');
  expect(judgeSpace(1000).status).toBe('problem');
  expect(examineSpace(join(folder(), 'not', 'yet')).id).toBe('space');
});

test.for([
  ['a pipe', { isTerminal: false, environment: {} }, 'unknown'],
  ['a common terminal', { columns: 80, rows: 24, environment: { LANG: 'de_AT.UTF-8' } }, 'ok'],
  ['a terminal without UTF-8', { columns: 80, rows: 24, environment: { LANG: 'C' } }, 'warning'],
  ['a tiny terminal', { columns: 30, rows: 8, environment: { LANG: 'C.UTF-8' } }, 'warning'],
  ['a dumb terminal', { environment: { TERM: 'dumb', LANG: 'C.UTF-8' } }, 'warning'],
] as const)('%s is judged', ([, terminal, status]) => {
  expect(examineTerminal({ isTerminal: true, ...terminal }).status).toBe(status);
});
