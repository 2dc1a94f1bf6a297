import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manPage } from '../../src/commands/man-page.ts';
import { onPath } from '../end-to-end/shell.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { realTable, theProgram } from './real-table.ts';

const page = manPage(theProgram());
/** As a reader sees it: escapes of roff and its fonts taken away. */
const words = page
  .replaceAll('\\-', '-')
  .replaceAll(/\\f[BR]/g, '')
  .replaceAll('\\(dq', '"')
  .replaceAll('\\(ga', '`');

const checkers: Readonly<Record<string, readonly string[]>> = {
  groff: ['-man', '-ww', '-Tutf8', '-Kutf8'],
  mandoc: ['-Tlint', '-Wwarning'],
};

describe('the manual page', () => {
  test.each(realTable().map((entry) => [entry.words, entry] as const))(
    '%s is in it, with every flag, argument and example',
    (_, entry) => {
      const from = words.indexOf(`"${entry.words}"`);
      const section = words.slice(from, words.indexOf('\n.S', from + 1));
      const own = entry.words === 'pulsepace' ? words : section;
      expect(own).toContain(entry.usage);
      for (const { term } of entry.options) expect(own).toContain(term);
      for (const example of entry.examples) expect(own).toContain(example);
    },
  );

  for (const [checker, args] of Object.entries(checkers)) {
    test.skipIf(!onPath(checker))(
      `${checker} has nothing to say against it (left out where it is not installed)`,
      () => {
        const file = join(temporaryFolder(), 'pulsepace.1');
        writeFileSync(file, page);
        const read = spawnSync(checker, [...args, file], { encoding: 'utf8' });
        expect([read.status, read.stderr]).toEqual([0, '']);
        if (checker === 'groff') expect(read.stdout).toContain('Bluetooth is unavailable.');
      },
    );
  }
});
