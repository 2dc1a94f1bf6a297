import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineOf } from '../../src/journal/line.ts';
import { resumeJournal } from '../../src/journal/open-journal.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { builtScript, run } from './built.ts';
import { header, manyMeasured, temporaryFolder } from './samples.ts';

/** Writes facts as fast as it can; after each append that returned it says so, by its number. */
const script = `
import { readFileSync, writeSync } from 'node:fs';
import { openJournal } from './src/journal/open-journal.ts';
const [directory, headerFile, count] = process.argv.slice(2);
const journal = openJournal(directory, JSON.parse(readFileSync(headerFile, 'utf8')));
journal.status$.subscribe(({ status }) => say(status));
say(journal.path);
let n = 0;
function say(words) {
  for (;;) {
    try {
      return writeSync(1, words + '\\n');
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}
const more = () => {
  for (let i = 0; i < 20 && n < Number(count); i += 1, n += 1) {
    journal.append([{ type: 'measured', atMs: n, bpm: 80, rrIntervalsMs: [750] }]);
    say(n + 1);
  }
  if (n < Number(count)) setImmediate(more);
  else journal.close().then(() => say('closed ' + journal.unwritten()));
};
more();
`;
const built = builtScript(script);

function directoryWithHeader(): { directory: string; headerFile: string } {
  const directory = temporaryFolder();
  const headerFile = join(directory, 'header.json');
  writeFileSync(headerFile, JSON.stringify(header));
  return { directory, headerFile };
}

test('D1 kill -9 at any moment: every fact whose append returned is read back, in order', async () => {
  let killedMidway = 0;
  for (let round = 0; round < 6; round += 1) {
    const { directory, headerFile } = directoryWithHeader();
    const { child, ended } = run(process.execPath, [built(), directory, headerFile, '1000000']);
    let seen = '';
    child.stdout?.on('data', (chunk) => {
      seen += chunk;
      if (seen.split('\n').length > 5 + round * 197) child.kill('SIGKILL');
    });
    const { stdout, code } = await ended;
    expect(code).toBe(null);
    const path = stdout.split('\n').find((line) => line.endsWith('.ndjson')) ?? '';
    const said = Number(stdout.split('\n').slice(0, -1).at(-1));
    const stored = readJournal(path);
    expect(stored.damage).toEqual([]);
    expect(stored.facts.length).toBeGreaterThanOrEqual(said);
    expect(stored.facts.length).toBeLessThanOrEqual(said + 1);
    expect(stored.facts.map((fact) => fact.atMs)).toEqual(stored.facts.map((_, n) => n));
    if (said > 0 && !stored.ended) killedMidway += 1;

    const again = resumeJournal(path);
    again.append(manyMeasured(1));
    again.closeSync();
    expect(readJournal(path).facts.length).toBe(stored.facts.length + 1);
  }
  expect(killedMidway).toBe(6);
});

test('D7 a file that truly may not grow: not recording, and every fact there once it may again', async (context) => {
  const limited = await run('sh', ['-c', 'command -v prlimit && ulimit -S -f 8']).ended;
  if (limited.code !== 0) {
    return context.skip('this machine has no prlimit, or no soft limit on file sizes');
  }
  const { directory, headerFile } = directoryWithHeader();
  const { child, ended } = run('sh', [
    '-c',
    `ulimit -S -f 16; exec "$0" "$@"`,
    process.execPath,
    built(),
    directory,
    headerFile,
    '2000',
  ]);
  let seen = '';
  child.stdout?.on('data', (chunk) => {
    const before = seen;
    seen += chunk;
    if (!before.includes('not-recording') && seen.includes('not-recording')) {
      run('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:']);
    }
  });
  const { stdout, stderr } = await ended;
  expect(stderr).toBe('');
  expect(stdout).toMatch(/not-recording\n[\s\S]*\nrecording\n[\s\S]*closed 0\n$/);
  const path = stdout.split('\n').find((line) => line.endsWith('.ndjson')) ?? '';
  const facts = Array.from({ length: 2000 }, (_, n) => ({
    ...{ type: 'measured' as const, atMs: n, bpm: 80 },
    rrIntervalsMs: [750],
  }));
  expect(readFileSync(path, 'utf8')).toBe([header, ...facts].map(lineOf).join(''));
});
