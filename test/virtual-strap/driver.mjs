import { EventEmitter } from 'node:events';
import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { queryObjects } from 'node:v8';
import { drive } from '../../dist/parts/drive.js';
import { nobleRadio } from '../../dist/parts/noble-radio.js';
import loadNoble from './load-noble.cjs';

// What only the inside of this process can know: its id, any warning of a leaked listener, and, asked, what it holds.
const folder = dirname(process.env.PULSEPACE_VIRTUAL_RADIO);
appendFileSync(join(folder, 'pids'), `${process.pid}\n`);
process.on('warning', (warning) => {
  // To count what is held is one.
  if (warning.name === 'ExperimentalWarning') return;
  appendFileSync(join(folder, 'warnings'), `${warning.stack}\n`);
});
process.on('SIGUSR2', () => {
  const [emitters, functions] = [EventEmitter, Function].map((type) => queryObjects(type));
  appendFileSync(join(folder, 'held'), `${JSON.stringify({ emitters, functions })}\n`);
});

drive(() => nobleRadio(loadNoble()));
