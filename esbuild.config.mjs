import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
};

/** @type {import('esbuild').BuildOptions} */
const modules = {
  ...common,
  banner: {
    js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
  },
};

/** Leaves rooms to a build of their own, which gives each a file of its name. */
const apart = (/** @type {string[]} */ ...rooms) => ({
  name: 'apart',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: new RegExp(`/(${rooms.join('|')})\\.ts$`) }, ({ path }) => ({
      path: path.replace(/\.ts$/, '.js'),
      external: true,
    })),
});

rmSync(outdir, { recursive: true, force: true });
// The first file, with all that needs no command table. Node starts CommonJS sooner than a module.
await build({
  ...common,
  entryPoints: { main: 'src/main.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.url': 'ownUrl' },
  banner: { js: '"use strict";const ownUrl=require("node:url").pathToFileURL(__filename).href;' },
  plugins: [apart('home', 'program', 'live')],
});
// In many files, so that a command loads only what it needs.
await build({
  ...modules,
  entryPoints: {
    program: 'src/commands/program.ts',
    home: 'src/commands/home.ts',
    'help-texts': 'src/commands/help-texts.ts',
    driver: 'devices/ble/driver.ts',
    'read-routine': 'src/library/read-routine.ts',
  },
  splitting: true,
  plugins: [withoutDevtools, apart('live')],
});
// In one, where most of it is needed: a hundred files take Node longer to load.
await build({
  ...modules,
  entryPoints: { live: 'src/commands/live.ts' },
  plugins: [withoutDevtools],
});

// Commander takes longer to write a help text than all else that asking for it needs.
const { helpTexts } = await import(`./${outdir}/help-texts.js`);
writeFileSync(`${outdir}/help.json`, JSON.stringify(helpTexts()));

// Parsing YAML takes longer than all else that comes before a routine's first screen.
const { readRoutine } = await import(`./${outdir}/read-routine.js`);
const routines = readdirSync('routines').map((file) => readRoutine(`routines/${file}`));
const byId = Object.fromEntries(routines.map((routine) => [routine.id, routine]));
writeFileSync(`${outdir}/routines.json`, JSON.stringify(byId));
