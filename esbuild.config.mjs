import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { behind, handingOver, takesOver } from './esbuild.behind.mjs';
import { compile } from './esbuild.compiled.mjs';
import { doorsApart } from './esbuild.doors.mjs';
import { sessionAlone } from './esbuild.session.mjs';
import { signsAlone } from './esbuild.signs.mjs';

// The program as files that start quickly; node esbuild.config.mjs writes them to dist/bundle.
const outdir = 'dist/bundle';

/** Ink asks for its devtools only when it is developed, and goes on where they are not there. */
const withoutDevtools = {
  name: 'without devtools',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: /^\.\/devtools\.js$/ }, ({ path }) => ({ path, external: true })),
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

/** @type {import('esbuild').BuildOptions} */
const commonJs = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.url': 'ownUrl' },
  banner: { js: '"use strict";const ownUrl=require("node:url").pathToFileURL(__filename).href;' },
};

/** What the command table loads only when it is needed, as esbuild wants entry points: the name of its file, its source. */
const later = /** @type {Record<string, string>} */ ({});
/** Those that read what is kept, and are done soon: CommonJS too, each with all that it needs in one file. */
const required = ['export', 'log', 'trends', 'analyse', 'report'];
const inOneFile = ['program', 'live', ...required];

const loadLater = {
  name: 'load later',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve, onLoad }) => {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = relative('.', join(resolveDir, path));
      const parts = relative('src/commands', source)
        .replace(/\.tsx?$/, '')
        .split(sep);
      const name = parts.filter((part) => part !== '..').join('-');
      later[name] = source;
      if (!inOneFile.includes(name)) return { path: `./${name}.js`, external: true };
      return { path: `./${name}.cjs`, namespace: 'required' };
    });
    onResolve({ filter: /./, namespace: 'required' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** YAML is read for routines of one's own alone: its parser is a file too, required when it is called. */
const parseRoutine = 'src/library/parse-routine.ts';
const yamlApart = {
  name: 'YAML apart',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onLoad, onResolve }) => {
    onResolve({ filter: /^\.\/parse-routine\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /[\\/]library[\\/]parse-routine\.ts$/ }, () => ({
      contents:
        'export const parseRoutine=(text)=>require("./parse-routine.cjs").parseRoutine(text);',
    }));
  },
};

/** Leaves the file of the live screen to a build of its own. */
const apart = {
  name: 'apart',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) =>
    onResolve({ filter: /\/live\.ts$/ }, () => ({ path: './live.cjs', external: true })),
};

rmSync(outdir, { recursive: true, force: true });
const doors = await doorsApart(commonJs);
// The first file, and the command table. Node starts CommonJS sooner than modules.
await build({ ...commonJs, entryPoints: { main: 'src/main.ts' }, plugins: [loadLater] });
const { program = '', live = '' } = later;
await build({ ...commonJs, entryPoints: { program }, plugins: [loadLater] });
await build({ ...commonJs, entryPoints: { 'parse-routine': parseRoutine }, plugins: [doors] });
for (const name of required) {
  await build({
    ...commonJs,
    entryPoints: { [name]: later[name] ?? '' },
    plugins: [loadLater, doors, yamlApart],
  });
}
const rooms = Object.fromEntries(
  Object.entries(later).filter(([name]) => !inOneFile.includes(name)),
);
// In many files, so that a command loads only what it needs.
const { metafile } = await build({
  ...modules,
  metafile: true,
  entryPoints: {
    ...rooms,
    'help-texts': 'src/commands/help-texts.ts',
    'line-shapes': 'src/commands/line-shapes.ts',
    driver: 'devices/ble/driver.ts',
    'read-routine': 'src/library/read-routine.ts',
  },
  splitting: true,
  plugins: [withoutDevtools, signsAlone, apart, doors],
});
// In one, where most of it is needed: a hundred files take Node longer to load. What only the second frame needs is another.
await build({
  ...commonJs,
  stdin: { contents: handingOver(live), resolveDir: '.' },
  outdir: undefined,
  outExtension: undefined,
  outfile: `${outdir}/live.cjs`,
  plugins: [doors, sessionAlone(metafile)],
});
await build({
  ...modules,
  entryPoints: { 'terminal-ink': behind },
  plugins: [withoutDevtools, signsAlone, takesOver],
});

// Commander takes longer to write a help text than all else that asking for it needs.
const { helpTexts } = await import(`./${outdir}/help-texts.js`);
writeFileSync(`${outdir}/help.json`, JSON.stringify(helpTexts()));
// And to load it takes longer than to read a plain line.
const { lineShapes } = await import(`./${outdir}/line-shapes.js`);
writeFileSync(`${outdir}/lines.json`, JSON.stringify(lineShapes()));

// Parsing YAML takes longer than all else that comes before a routine's first screen.
const { readRoutine } = await import(`./${outdir}/read-routine.js`);
const routines = readdirSync('routines').map((file) => readRoutine(`routines/${file}`));
const byId = Object.fromEntries(routines.map((routine) => [routine.id, routine]));
writeFileSync(`${outdir}/routines.json`, JSON.stringify(byId));

// Of a command that is done soon, a tenth of the time is V8 reading it.
compile(outdir);
