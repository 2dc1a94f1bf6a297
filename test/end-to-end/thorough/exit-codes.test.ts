import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleHome } from '../example-home.ts';
import { binary, environment } from '../pulsepace.ts';

/** A session that has said its first word. */
const begun = '% train --sensor simulator --plain > said & until [ -s said ]; do sleep 0.1; done;';

/** How each code of the README comes about; `%` is the program. Those of a strap are in sensors.test.ts. */
const ways: Readonly<Record<number, readonly string[]>> = {
  0: ['% log', '% --version', '% help', '%'],
  1: ['% routines > /dev/full'],
  2: ['% nonsense', '% train --no-such-flag', '% train --speed fast', '% routines check bad.yaml'],
  3: ['% log show zzzzzz', '% profile get theme --profile nobody'],
  5: ['% log show one111', '% log verify', '% analyse bad.fit'],
  6: ['% train --sensor simulator --speed max --data-dir /proc/nowhere'],
  130: [`${begun} kill -INT $!; wait $!`],
  143: [`${begun} kill -TERM $!; wait $!`],
};
const cases = Object.entries(ways).flatMap(([code, lines]) =>
  lines.map((line) => [Number(code), line] as const),
);

function codeOf(line: string, isDamaged: boolean): number | null {
  const home = exampleHome();
  if (isDamaged) damage(home);
  writeFileSync(join(home, 'bad.yaml'), 'id: [');
  writeFileSync(join(home, 'bad.fit'), readFileSync(join(home, 'walk.fit')).subarray(0, 40));
  const program = `'${process.execPath}' '${binary}'`;
  const { status } = spawnSync('bash', ['-mc', line.replaceAll('%', program)], {
    cwd: home,
    env: environment(home),
  });
  return status;
}

/** A byte of a stored session goes bad. */
function damage(home: string): void {
  const sessions = join(home, '.local/share/pulsepace/sessions');
  const path = join(sessions, '2026-11-20T070000000Z_one111.ndjson');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"type":"measured"', '"type":"measur�d'));
}

test.skipIf(!existsSync('/dev/full')).each(cases)(
  'exit code %i: %s (left out where there is no /dev/full)',
  (code, line) => {
    expect(codeOf(line, code === 5)).toBe(code);
  },
);
