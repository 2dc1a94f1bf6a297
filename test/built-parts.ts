import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Our sources as plain Node runs them, with all that they import but noble. */
export const asNodeRunsThem: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  define: { 'process.env.NODE_ENV': '"production"' },
  // The second Ink loads only when it is developed.
  external: ['@abandonware/noble', 'react-devtools-core'],
  banner: {
    js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
  },
};

/** Where a part is that tests start in a process of its own. */
export const builtPart = (name: string): string => `${root}dist/parts/${name}.js`;

/** Builds those parts, before any of the tests that start programs. */
export function setup(): void {
  buildSync({
    ...asNodeRunsThem,
    splitting: true,
    outdir: 'dist/parts',
    entryPoints: [
      ...['driver', 'drive', 'noble-radio', 'strap'].map((name) => `devices/ble/${name}.ts`),
      ...['dashboard-demo', 'blocked-terminal'].map((name) => `test/ui/fixtures/${name}.mjs`),
    ].map((path) => ({ in: path, out: path.replace(/^.*\/|\.\w+$/g, '') })),
  });
}
