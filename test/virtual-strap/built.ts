import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = join(root, 'dist/.tsbuildinfo');
const sources = join(root, 'devices/ble');

/** The production driver, compiled anew where the sources are younger than dist. */
export function builtDriver(): string {
  const newest = Math.max(
    ...readdirSync(sources).map((name) => statSync(join(sources, name)).mtimeMs),
  );
  const driver = join(root, 'dist/devices/ble/driver.js');
  if (!existsSync(driver) || !existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root });
    utimesSync(stamp, new Date(), new Date());
  }
  return driver;
}
