import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCode } from '../../src/commands/door-error.ts';
import { environmentVariables } from '../../src/commands/environment-variables.ts';
import { exitMeanings, signalMeaning } from '../../src/commands/exit-meanings.ts';
import { realTable, theProgram } from '../commands/real-table.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|js)$/.test(name))
    .map((name) => join(folder, name));
const sources = ['src', 'devices', 'bin'].flatMap(filesIn);
const textOf = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]));
const readme = readFileSync('README.md', 'utf8');

/** Every first group that a pattern finds in the sources, once, sorted. */
const found = (pattern: RegExp, isWanted = (_path: string) => true): string[] => {
  const all = [...textOf].flatMap(([path, text]) =>
    isWanted(path) ? [...text.matchAll(pattern)].map(([, name = '']) => name) : [],
  );
  return [...new Set(all)].sort();
};

describe('what the program reads of its environment', () => {
  /** Of the system rather than for us: where programs and folders are, and what tests and builds set. */
  const ofTheSystem = ['HOME', 'TZ', 'NODE_ENV', 'PATH', 'Path', 'DEV'];
  const names = Object.keys(environmentVariables).flatMap((key) => key.split(', '));
  const isOther = (path: string) => !path.endsWith('environment-variables.ts');
  const read = [
    ...found(/(?:\benv(?:ironment)?\.|From\([\w.]+, ')([A-Z][A-Za-z_]+)\b/g, isOther),
    ...found(/\{ ([A-Z][A-Z_]+)(?:: \w+)? \}: NodeJS\.ProcessEnv/g, isOther),
  ];

  test('is in the manual, and the manual has nothing else', () => {
    /** Read for us by env-paths. */
    const throughOthers = ['XDG_CONFIG_HOME'];
    expect(read.filter((name) => ![...names, ...ofTheSystem].includes(name))).toEqual([]);
    expect(names.filter((name) => ![...read, ...throughOthers].includes(name))).toEqual([]);
  });

  test('is named by the help of the flag that it stands for', () => {
    const help = realTable().flatMap(({ options }) => options);
    for (const [name, about] of Object.entries(environmentVariables)) {
      const flag = /as (--[\w-]+)/.exec(about)?.[1];
      if (flag === undefined) continue;
      const said = help.filter(({ long }) => long === flag);
      expect(
        said.some((option) => option.about.includes(name)),
        `${flag}, ${name}`,
      ).toBe(true);
    }
  });
});

describe('the flags of the help', () => {
  const attributes = [
    ...new Set(realTable().flatMap(({ options }) => options.map(({ attribute }) => attribute))),
  ].filter((name) => !['help', 'version'].includes(name));
  const commands = [...textOf].filter(([path]) => path.startsWith(join('src', 'commands')));

  test.each(attributes)('%s is read where a command is run', (name) => {
    const reads = new RegExp(
      `(?:flags|as|options)\\.${name}\\b|[{,] ${name}(?: = \\w+)?[ ,:}]|'${name}'[^)]*\\] as const`,
    );
    const readers = commands.filter(
      ([path, text]) =>
        !/(program|flags|options)\.ts$/.test(path) &&
        reads.test(text.replaceAll(/\.option\(.*/g, '')),
    );
    expect(readers.map(([path]) => path)).not.toEqual([]);
  });

  test('are all that the code asks flags for', () => {
    expect(found(/\bflags\.(\w+)\b(?!')/g).filter((name) => !attributes.includes(name))).toEqual(
      [],
    );
  });

  test('--json is offered exactly where something is listed or shown', () => {
    const withJson = realTable().filter(({ options }) =>
      options.some(({ long }) => long === '--json'),
    );
    const changes = /^pulsepace (log (note|effort|delete|browse)|profile (set|unset|edit))$/;
    expect(withJson.filter(({ words }) => changes.test(words))).toEqual([]);
    for (const command of ['log list', 'log show', 'trends', 'profile get', 'sensors scan']) {
      expect(withJson.map(({ words }) => words)).toContain(`pulsepace ${command}`);
    }
  });
});

describe('exit codes', () => {
  const table = new Map(
    [...readme.matchAll(/^\| (\d|128\+n) \| (.+) \|$/gm)].map(([, code = '', meaning]) => [
      code,
      meaning,
    ]),
  );

  test('mean in the README what they mean in the manual', () => {
    const meant = (Object.keys(exitCode) as (keyof typeof exitCode)[]).map(
      (key) => [String(exitCode[key]), exitMeanings[key]] as const,
    );
    expect([...table]).toEqual([...meant, ['128+n', signalMeaning]]);
  });

  test('no other is ever used', () => {
    const known = [...Object.values(exitCode), 129, 130].map(String);
    const used = [
      ...found(/exitCode(?:: (?:\d \| )*| = )(\d+)\b/g),
      ...found(/\bexit\((\d+)\)/g),
      ...found(/leaveWith\((\d+)\)/g),
      ...found(/byInterrupt \? (\d+)/g),
    ];
    expect(used).not.toEqual([]);
    expect(used.filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe('the README', () => {
  const words = new Set(realTable().map((entry) => entry.words));
  const lines = [...readme.matchAll(/`(pulsepace(?: [^`]+)?)`/g)].map(([, line = '']) => line);

  test.each([...new Set(lines)])(
    '%s is a command that there is, with flags that it has',
    (line) => {
      const [, first = '', second = ''] = line.split(/\s+/);
      const command = [`pulsepace ${first} ${second}`, `pulsepace ${first}`, line].find((each) =>
        words.has(each),
      );
      expect(command).toBeDefined();
      const entry = realTable().find((each) => each.words === command);
      for (const [flag] of line.matchAll(/--[\w-]+/g)) {
        expect(entry?.options.map(({ long }) => long)).toContain(flag);
      }
    },
  );

  test('names every command of the first rank', () => {
    const first = theProgram().commands.map((each) => each.name());
    const hidden = ['complete'];
    const missing = first.filter(
      (name) => !hidden.includes(name) && !readme.includes(`pulsepace ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('every flag that it names is one of the program, or of its tools', () => {
    const known = realTable().flatMap(({ options }) => options.map(({ long }) => long));
    const ofTools = ['--allow-scripts', '--global'];
    const named = [...readme.matchAll(/(?<=[`( |])--[a-z][\w-]+/g)].map(([flag]) => flag);
    expect(named.filter((flag) => ![...known, ...ofTools].includes(flag))).toEqual([]);
  });
});
