#!/usr/bin/env node
await import('../dist/bundle/main.js').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('pulsepace is not built yet; run `npm run build` in its folder.\n');
  process.exitCode = 1;
});
