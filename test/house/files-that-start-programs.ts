import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Other programs, terminals, browsers, the system's voice, and the real noble with its driver. */
const starts =
  /^(?:import .*|\} )from '(?:node:child_process|@lydell\/node-pty|playwright-core|.*\/(?:virtual-strap\/.*|fake-voice\.ts))'/m;
const imported = /(?:^import (?:.* from )?|^\} from |\bimport\()'(\.[^']+)'/gm;

/**
 * The test files under a folder that start a program themselves, or by a helper of theirs that lies in the folder too. All
 * others stay within their process, and are the unit tests.
 */
export function filesThatStartPrograms(folder: string): string[] {
  const known = new Map<string, boolean>();
  const reaches = (path: string): boolean => {
    const before = known.get(path);
    if (before !== undefined) return before;
    known.set(path, false);
    const text = readFileSync(path, 'utf8');
    const helpers = [...text.matchAll(imported)]
      .map(([, to = '']) => join(dirname(path), to))
      .filter((to) => to.startsWith(join(folder, '/')) && existsSync(to));
    const does = starts.test(text) || helpers.some(reaches);
    known.set(path, does);
    return does;
  };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .filter(reaches);
}
