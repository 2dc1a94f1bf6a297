import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../journal/samples.ts';
import { filesThatStartPrograms } from './files-that-start-programs.ts';

test('a test that starts a program, itself or by helpers of helpers, is found; others are not', () => {
  const folder = temporaryFolder();
  const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'room'));
  file('itself.test.ts', "import { spawn } from 'node:child_process';\n");
  file('in-a-terminal.test.tsx', "import { spawn } from '@lydell/node-pty';\n");
  file('by-radio.test.ts', "import { room } from '../virtual-strap/room.ts';\n");
  file('by-helpers.test.ts', "import { one } from './room/one.ts';\n");
  file('room/one.ts', "import { two } from './two.ts';\nimport { one } from './one.ts';\n");
  file('room/two.ts', "import { fork } from 'node:child_process';\n");
  file(
    'alone.test.ts',
    "import { three } from './three.ts';\nconst name = 'node:child_process';\n",
  );
  file('three.ts', "import { readFileSync } from 'node:fs';\n");
  expect(filesThatStartPrograms(folder).sort()).toEqual(
    ['by-helpers.test.ts', 'by-radio.test.ts', 'in-a-terminal.test.tsx', 'itself.test.ts'].map(
      (name) => join(folder, name),
    ),
  );
});

test('all that starts the whole program is found, and no law of a session', () => {
  const found = new Set(filesThatStartPrograms('test'));
  for (const name of ['end-to-end/screens', 'journal/kill', 'cues/speaker', 'devices/ble/loss']) {
    expect([name, found.has(`test/${name}.test.ts`)]).toEqual([name, true]);
  }
  expect([...found].filter((path) => path.startsWith('test/session/'))).toEqual([]);
});
