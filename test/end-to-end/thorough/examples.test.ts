import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realTable } from '../../commands/real-table.ts';
import { exampleEnvironment, exampleHome } from '../example-home.ts';
import { onPath } from '../shell.ts';
import { terminal } from '../terminal.ts';

const all = [...new Set(realTable().flatMap(({ examples }) => examples))];
/** What hears a radio is tried in examples-by-radio.test.ts. */
const needsRadio = /^pulsepace (sensors scan|doctor)/;
/** What asks or draws needs a terminal, and these keys lead out of it. */
const onTerminal: Readonly<Record<string, { readonly shows: RegExp; readonly keys: string }>> = {
  'pulsepace log browse': { shows: /Heart|Plain|two222|2026-11-21/, keys: 'q' },
  'pulsepace profile edit': { shows: /birthYear|Born|birth/i, keys: 'q' },
  'pulsepace log delete 2': { shows: /\?/, keys: 'y\r' },
};
/** What only somebody who has trained for a while can take is refused in one sentence. */
const tooEarly: Readonly<Record<string, RegExp>> = {
  'pulsepace routines level heart up': /Nothing is offered/,
  'pulsepace profile limits accept': /nothing to accept/,
};
const asTyped = all.filter(
  (example) => !needsRadio.test(example) && onTerminal[example] === undefined,
);

/** An hour of training in a second: the example itself, told to hurry. */
function inNoTime(example: string): string {
  if (!/^pulsepace (train|watch|rest)\b/.test(example)) return example;
  const end = /^pulsepace watch\b/.test(example) ? ' --minutes 5' : '';
  return `${example} --speed max${end}`;
}

test('every command has an example in its help, and each is one of this program', () => {
  const without = realTable().filter(({ examples }) => examples.length === 0);
  expect(without.map(({ words }) => words)).toEqual([]);
  expect(all).toEqual(
    expect.arrayContaining([...Object.keys(onTerminal), ...Object.keys(tooEarly)]),
  );
});

type Outcome = { readonly code: number | null; readonly stderr: string };

const atOnce = 3;

/** Runs each example in a home of its own, a few at a time. */
async function outcomes(folder: string): Promise<ReadonlyMap<string, Outcome>> {
  const left = asTyped.map((example, index) => ({ example, home: join(folder, String(index)) }));
  const done = new Map<string, Outcome>();
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      done.set(next.example, await typed(next.example, next.home));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

function typed(example: string, folder: string): Promise<Outcome> {
  const home = exampleHome({ broken: example.includes('recover'), home: folder });
  const child = spawn('sh', ['-c', inNoTime(example)], {
    cwd: home,
    env: exampleEnvironment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text) => (stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })));
}

describe('the examples of the help do what they say', () => {
  let done: ReadonlyMap<string, Outcome> = new Map();
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-examples-'));

  beforeAll(async () => {
    done = await outcomes(folder);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const example of asTyped) {
    const needsMan = / man -l/.test(example);
    test.skipIf(needsMan && !onPath('man'))(
      `${example}${needsMan ? ' (left out where man is not installed)' : ''}`,
      () => {
        const refused = tooEarly[example];
        expect([done.get(example)?.code, done.get(example)?.stderr]).toEqual([
          refused === undefined ? 0 : 2,
          refused === undefined
            ? expect.not.stringMatching(/fault|error/i)
            : expect.stringMatching(refused),
        ]);
      },
    );
  }

  test.each(Object.entries(onTerminal))('%s, on a terminal', async (example, { shows, keys }) => {
    const home = exampleHome();
    const screen = terminal(home, ['-c', `cd '${home}' && exec ${example}`], {
      program: ['/bin/sh'],
      env: exampleEnvironment(home),
    });
    await screen.shows(shows);
    screen.type(keys);
    expect((await screen.exit).exitCode).toBe(0);
  });
});
