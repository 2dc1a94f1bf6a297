import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeExport } from '../../src/commands/export-file.ts';
import { temporaryFolder } from '../journal/samples.ts';

const bytes = Buffer.from('a session');

test('what does not read back as what was meant never gets its name, and leaves nothing', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'x.fit');
  expect(() => writeExport(path, { bytes, isSame: () => false }, false)).toThrow(
    'does not read back',
  );
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(path, 'the one before');
  expect(() => writeExport(path, { bytes, isSame: () => false }, true)).toThrow();
  expect(readFileSync(path, 'utf8')).toBe('the one before');
  expect(readdirSync(folder)).toEqual(['x.fit']);
});

test('what is compared is what the disk holds, before the name is there', () => {
  const path = join(temporaryFolder(), 'x.fit');
  let seen = '';
  const isSame = (back: Uint8Array): boolean => {
    seen = `${Buffer.from(back).toString()}, ${existsSync(path)}`;
    return true;
  };
  writeExport(path, { bytes, isSame }, false);
  expect(seen).toBe('a session, false');
  expect(readFileSync(path, 'utf8')).toBe('a session');
});
