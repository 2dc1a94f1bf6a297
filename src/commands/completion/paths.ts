import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Candidate } from './candidates.ts';

const home = '~/';

/** The files and folders whose path begins so; hidden ones only where a dot is typed. None where nothing can be read. */
export function pathsFrom(begun: string): readonly Candidate[] {
  const folder = begun.slice(0, begun.lastIndexOf('/') + 1);
  const name = begun.slice(folder.length);
  const real = folder.startsWith(home) ? join(homedir(), folder.slice(home.length)) : folder;
  try {
    return readdirSync(real === '' ? '.' : real, { withFileTypes: true })
      .filter((entry) => entry.name.startsWith(name))
      .filter((entry) => name.startsWith('.') || !entry.name.startsWith('.'))
      .map((entry) => ({
        value: `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`,
        about: '',
      }));
  } catch {
    return [];
  }
}
