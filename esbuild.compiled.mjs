import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Has V8 compile every function of the CommonJS files of a bundle, for bin/pulsepace.js to take. It is of use to this Node
 * on this kind of machine alone, whose name the folder has. In Node 20 nothing can be imported by a file that was taken so:
 * those that do are left out.
 */
export function compile(/** @type {string} */ bundle) {
  const { version, platform, arch } = process;
  const folder = join(bundle, `compiled-${version}-${platform}-${arch}`);
  mkdirSync(folder);
  for (const file of readdirSync(bundle).filter((name) => name.endsWith('.cjs'))) {
    const filename = resolve(bundle, file);
    const code = readFileSync(filename, 'utf8');
    if (!code.includes('import(')) writeFileSync(join(folder, file), compiled(code, filename));
  }
}

/** Its stacks will name the file. */
function compiled(/** @type {string} */ code, /** @type {string} */ filename) {
  const columnOffset = -module.wrapper[0].length;
  // V8 takes nothing that was made under other flags than it runs with.
  setFlagsFromString('--no-lazy');
  const script = new Script(module.wrap(code), { filename, columnOffset });
  setFlagsFromString('--lazy');
  return script.createCachedData();
}
