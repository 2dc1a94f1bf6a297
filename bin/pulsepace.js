#!/usr/bin/env node
// CommonJS, as package.json beside it says: Node's loader of modules alone would cost a fifth of an empty start.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap, wrapper } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

// What V8 made of files when the bundle was built (esbuild.compiled.mjs): of use to the same Node on the same machine alone.
const { version, platform, arch } = process;
const compiled = join(__dirname, `../dist/bundle/compiled-${version}-${platform}-${arch}`);

require.extensions['.cjs'] = (module, filename) => {
  const made = join(compiled, basename(filename));
  if (!existsSync(made)) {
    require.extensions['.js'](module, filename);
    return;
  }
  const script = new Script(wrap(readFileSync(filename, 'utf8')), {
    filename,
    columnOffset: -wrapper[0].length,
    cachedData: readFileSync(made),
  });
  const { exports } = module;
  const run = script.runInThisContext();
  run.call(exports, exports, createRequire(filename), module, filename, dirname(filename));
};

try {
  require('../dist/bundle/main.cjs');
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write('pulsepace is not built yet; run `npm run build` in its folder.\n');
  process.exitCode = 1;
}
