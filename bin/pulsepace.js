#!/usr/bin/env node
// CommonJS, as package.json beside it says: Node's loader of modules alone would cost a fifth of an empty start.
try {
  require('../dist/bundle/main.cjs');
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write('pulsepace is not built yet; run `npm run build` in its folder.\n');
  process.exitCode = 1;
}
