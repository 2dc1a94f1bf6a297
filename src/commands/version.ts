import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in package.json, from a checkout or from its build. */
export function version(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const found: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (isOurs(found)) return found.version;
    } catch {
      if (folder === dirname(folder)) return 'unknown';
    }
  }
}

const isOurs = (found: unknown): found is { version: string } =>
  typeof found === 'object' && found !== null && 'name' in found && found.name === 'pulsepace';
