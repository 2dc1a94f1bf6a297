import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in package.json, from a checkout or from its build. */
export function version(): string {
  const require = createRequire(import.meta.url);
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const found: unknown = require(join(folder, 'package.json'));
      if (isOurs(found)) return found.version;
    } catch {
      if (folder === dirname(folder)) return 'unknown';
    }
  }
}

const isOurs = (found: unknown): found is { version: string } =>
  typeof found === 'object' && found !== null && 'name' in found && found.name === 'pulsepace';
