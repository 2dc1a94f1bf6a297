import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { behind } from './esbuild.behind.mjs';

/** What a session on a terminal may come to. */
const ofSession = [
  'src/commands/train.ts',
  'src/commands/watch.ts',
  'src/commands/rest.ts',
  'src/commands/accessible-view.ts',
  'src/commands/dashboard-view.ts',
  'src/commands/plain-view.ts',
  'src/commands/kept-facts.ts',
  'src/commands/choose-strap.ts',
  'src/commands/worn-sensor.ts',
  'src/commands/sensors/profile-memory.ts',
  'src/commands/sensors/pick-strap.tsx',
].map((file) => resolve(file));
const later = /\bimport\('(\.[^']+)'\)/g;

/**
 * All of a session in one file, from the start: what is loaded later esbuild wraps, and V8 parses that twice. What belongs to
 * other commands stays in the files of the build before, of which this is the metafile, and is not parsed at all.
 *
 * @param {import('esbuild').Metafile} metafile
 * @returns {import('esbuild').Plugin}
 */
export const sessionAlone = ({ outputs }) => ({
  name: 'session alone',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /src.commands.[^.]*\.ts$/ }, ({ path }) => {
      const imports = /** @type {string[]} */ ([]);
      const contents = readFileSync(path, 'utf8').replace(later, (whole, file) => {
        if (!ofSession.includes(join(path, '..', file))) return whole;
        const name = `loaded${imports.length}`;
        imports.push(`import * as ${name} from '${file}';`);
        return `Promise.resolve(${name})`;
      });
      return { contents: contents + imports.join('\n'), loader: 'ts' };
    });
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = relative('.', join(resolveDir, path));
      if (source === behind) return { path: './terminal-ink.js', external: true };
      const built = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
      return built && { path: `./${basename(built[0])}`, external: true };
    });
  },
});
