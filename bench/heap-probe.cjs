'use strict';
/** For NODE_OPTIONS=--require: the size of the heap after a full collection, each 10 s, as a line of a file. */
const { appendFileSync } = require('node:fs');
const v8 = require('node:v8');
const vm = require('node:vm');

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
const role = process.send === undefined ? 'program' : 'driver';

setInterval(() => {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  const line = { role, atMs: Date.now(), heapUsed, external, rss };
  appendFileSync(process.env.PULSEPACE_HEAP_PROBE, `${JSON.stringify(line)}\n`);
}, 10_000).unref();
