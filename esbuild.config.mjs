import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sessionAlone } from './esbuild.session.mjs';
import { signsAlone } from './esbuild.signs.mjs';

// The program as files that start quickly; node esbuild.config.mjs writes them to dist/bundle.
const outdir = 'dist/bundle';

/** Ink asks for its devtools only when it is developed. */
const withoutDevtools = {
  name: 'without devtools',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onLoad }) =>
    onLoad({ filter: /ink.build.devtools\.js$/ }, () => ({ contents: '' })),
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  minifySyntax: true,
  minifyWhitespace: true,
  // For Node rxjs names its CommonJS build, of which nothing can be left out.
  alias: { rxjs: fileURLToPath(new URL('node_modules/rxjs/dist/esm/index.js', import.meta.url)) },
  // It is there or not.
  external: ['@abandonware/noble'],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    // Ink's layout would fetch the WebAssembly it carries, and Node load its whole HTTP client for that.
    fetch: 'undefined',
  },
  logOverride: { 'assign-to-define': 'silent' },
  banner: {
    js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
  },
};

/** Leaves the file of the live screen to a build of its own. */
const apart = {
  name: 'apart',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: /\/live\.ts$/ }, () => ({ path: './live.js', external: true })),
};

rmSync(outdir, { recursive: true, force: true });
// In many files, so that a command loads only what it needs.
const { metafile } = await build({
  ...common,
  metafile: true,
  entryPoints: {
    main: 'src/main.ts',
    driver: 'devices/ble/driver.ts',
    'read-routine': 'src/library/read-routine.ts',
  },
  splitting: true,
  plugins: [withoutDevtools, signsAlone, apart],
});
// In one, where most of it is needed: a hundred files take Node longer to load.
await build({
  ...common,
  entryPoints: { live: 'src/commands/live.ts' },
  plugins: [withoutDevtools, signsAlone, sessionAlone(metafile)],
});

// Parsing YAML takes longer than all else that comes before a routine's first screen.
const { readRoutine } = await import(`./${outdir}/read-routine.js`);
const routines = readdirSync('routines').map((file) => readRoutine(`routines/${file}`));
const byId = Object.fromEntries(routines.map((routine) => [routine.id, routine]));
writeFileSync(`${outdir}/routines.json`, JSON.stringify(byId));
