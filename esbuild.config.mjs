import { rmSync } from 'node:fs';
import { build } from 'esbuild';

// The program as few files that start quickly; node esbuild.config.mjs writes them to dist/bundle.
const outdir = 'dist/bundle';

/** The command table starts no programs, though it could: it need not load what starts them, a tenth of an empty start. */
const childProcessLater = {
  name: 'child-process-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'later' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'later' }, () => ({
      contents: `exports.spawn = (...args) => require('node:child_process').spawn(...args);`,
    }));
  },
};

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/main.ts', driver: 'devices/ble/driver.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  minify: true,
  plugins: [childProcessLater],
  keepNames: true,
  // noble is there or not; Ink asks for its devtools only when it is developed.
  external: ['@abandonware/noble', 'react-devtools-core'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  logOverride: { 'assign-to-define': 'silent' },
  banner: {
    js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
  },
});
