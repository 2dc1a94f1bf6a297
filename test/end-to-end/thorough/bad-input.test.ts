import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, run } from '../pulsepace.ts';
import { terminal } from '../terminal.ts';

const train = (...args: string[]): string[] => [
  'train',
  ...args,
  '--sensor',
  'simulator',
  '--speed',
  'max',
];

describe('bad input is one sentence that says what, where and what to do', () => {
  test.each([
    ['an unknown routine', train('haert'), 2, /no routine named "haert".*heart/],
    ['a caution above the limit', train('--caution', '101'), 2, /caution 101.*limit 100/],
    ['a limit that is no pulse', train('--limit', '300'), 2, /limit 300/],
    ['a limit that is no number', train('--limit', 'high'), 2, /--limit/],
    ['an unknown person', ['train', '--sensor', 'simulator:person=me'], 2, /choose .*untrained/],
    [
      'a recording that is not there',
      ['watch', '--sensor', 'replay:nowhere.txt'],
      2,
      /nowhere\.txt/,
    ],
    ['a folder for a recording', ['watch', '--sensor', 'replay:/'], 2, /not a file/],
    ['an endless session', ['watch', '--sensor', 'simulator', '--speed', 'max'], 2, /--minutes/],
    ['a speed for a real heart', ['train', '--speed', '2'], 2, /--speed is for the simulator/],
    ['an unknown command', ['trian'], 2, /Did you mean train/],
    ['an unknown flag', ['train', '--sensro', 'x'], 2, /--sensor/],
    ['a session that is not there', ['log', 'show', 'nothing'], 3, /nothing/],
    ['a data folder that is a file', [...train(), '--data-dir', '/dev/null'], 6, /\/dev\/null/],
    ['a profile with a path in it', [...train(), '--profile', '../x'], 2, /profile/i],
  ])('%s', async (_name, args, code, words) => {
    const ran = await run(emptyFolder(), args);
    expect(ran.stderr).toMatch(words);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(code);
    expect(ran.stdout).toBe('');
  });

  test('hostile and broken files: refused by what they are, before they are read', async () => {
    const folder = emptyFolder();
    const file = (name: string, content: string | Buffer): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    mkdirSync(join(folder, 'folder.yaml'));
    const cases: [args: string[], code: number, words: RegExp][] = [
      [
        ['routines', 'check', file('big.yaml', Buffer.alloc(300_000, 32))],
        2,
        /larger than 256 KiB/,
      ],
      [['routines', 'check', join(folder, 'folder.yaml')], 2, /not a file/],
      [['routines', 'check', '/dev/zero.yaml'], 2, /cannot be read/],
      [['routines', 'check', file('bytes.yaml', Buffer.from([0xff, 0xfe, 0x00]))], 2, /UTF-8/],
      [
        ['routines', 'check', file('wrong.yaml', 'id: x\nsteps:\n  - id: BAD\n')],
        2,
        /wrong\.yaml:3:9/,
      ],
      [['routines', 'check', file('laughs.yaml', 'a: &a [x]\nb: [*a, *a]\n')], 2, /laughs\.yaml/],
      [['routines', 'check', file('twice.yaml', 'id: a\nid: b\n')], 2, /twice\.yaml:2:1/],
      [['routines', 'check', file('deep.yaml', `a: ${'['.repeat(20_000)}`)], 2, /deep\.yaml/],
      [['watch', '--sensor', `replay:${file('prose.txt', 'hello\n800\n')}`], 5, /line 1/],
      [['watch', '--sensor', `replay:${file('empty.txt', '')}`], 5, /no RR/],
    ];
    for (const [args, code, words] of cases) {
      const ran = await run(folder, args);
      expect([args.join(' '), ran.code, ran.stderr]).toEqual([
        args.join(' '),
        code,
        expect.stringMatching(words),
      ]);
    }
  }, 60_000);
});

test('a second session in the same data folder is refused, naming the first', async () => {
  const home = emptyFolder();
  const first = terminal(home, ['watch', '--sensor', 'simulator']);
  await first.shows('SIMULATED');
  const second = await run(home, train());
  expect(second.code).toBe(6);
  expect(second.stderr).toMatch(/process \d+/);
  first.type('\u0003');
  await first.exit;
  expect((await run(home, ['log', 'list', '--json'])).code).toBe(0);
}, 30_000);

test('too small a terminal still shows the pulse and its state, and grows again', async () => {
  const screen = terminal(emptyFolder(), ['watch', '--sensor', 'simulator'], {
    columns: 20,
    rows: 2,
  });
  await screen.shows(/\d+.*(EASY|easy)/i, 15_000);
  screen.resize(80, 24);
  await screen.shows('caution 90');
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
}, 30_000);

test('--help, --version, --no-log and decode work where the home cannot be written', async () => {
  const home = '/dev/null/home';
  expect((await run(home, ['--help'])).stdout).toContain('no medical device');
  expect((await run(home, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await run(home, ['decode'], { input: '0648\n' })).stdout).toBe(
    '{"bpm":72,"rrIntervalsMs":[],"skinContact":true}\n',
  );
  const ran = await run(home, [...train(), '--no-log']);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
});
