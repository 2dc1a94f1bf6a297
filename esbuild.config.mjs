import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// The program as few files that start quickly; node esbuild.config.mjs writes them to dist/bundle.
const outdir = 'dist/bundle';

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'src/main.ts',
    driver: 'devices/ble/driver.ts',
    'read-routine': 'src/library/read-routine.ts',
  },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  minifySyntax: true,
  minifyWhitespace: true,
  // For Node rxjs names its CommonJS build, of which nothing can be left out.
  alias: { rxjs: fileURLToPath(new URL('node_modules/rxjs/dist/esm/index.js', import.meta.url)) },
  // noble is there or not; Ink asks for its devtools only when it is developed.
  external: ['@abandonware/noble', 'react-devtools-core'],
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
});

// Parsing YAML takes longer than all else that comes before a routine's first screen.
const { readRoutine } = await import(`./${outdir}/read-routine.js`);
const routines = readdirSync('routines').map((file) => readRoutine(`routines/${file}`));
const byId = Object.fromEntries(routines.map((routine) => [routine.id, routine]));
writeFileSync(`${outdir}/routines.json`, JSON.stringify(byId));
