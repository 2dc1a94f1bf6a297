import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The virtual strap itself, or the air in which the whole program hears it. */
const needsNoble = /from '.*\/(virtual-strap\/.*|air\.ts)'/;

/**
 * The test files that run the real noble, to be left out where npm could not install it: it is optional, and falls away
 * where nothing can compile it. Says so aloud.
 */
export function filesThatNeedNoble(folder: string): string[] {
  if (isInstalled()) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .filter((path) => needsNoble.test(readFileSync(path, 'utf8')));
  console.warn(
    `noble is not installed here, so ${files.length} test files of the strap are left out: ${files.join(', ')}`,
  );
  return files;
}

function isInstalled(): boolean {
  try {
    const noble = createRequire(import.meta.url).resolve('@abandonware/noble/package.json');
    createRequire(noble).resolve('@abandonware/bluetooth-hci-socket/package.json');
    return true;
  } catch {
    return false;
  }
}
