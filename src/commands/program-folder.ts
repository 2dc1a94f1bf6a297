import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

type OurPackage = { readonly name: 'pulsepace'; readonly version: string };

/** The folder of the program and its package.json, from a checkout, its build or an installed package. */
export function ownPackage(): (OurPackage & { readonly folder: string }) | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const found: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (isOurs(found)) return { ...found, folder };
    } catch {
      if (folder === dirname(folder)) return undefined;
    }
  }
}

/** Whether npm installed it, so that what only its development needs is not there. */
export const isInstalled = (folder: string): boolean => folder.includes(`${sep}node_modules${sep}`);

const isOurs = (found: unknown): found is OurPackage =>
  typeof found === 'object' &&
  found !== null &&
  'name' in found &&
  found.name === 'pulsepace' &&
  'version' in found &&
  typeof found.version === 'string';
