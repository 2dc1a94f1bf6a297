import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drive } from '../../dist/devices/ble/drive.js';
import { nobleRadio } from '../../dist/devices/ble/noble-radio.js';
import loadNoble from './load-noble.cjs';

// What only the inside of this process can know: its id, and any warning of a leaked listener.
const folder = dirname(process.env.PULSEPACE_VIRTUAL_RADIO);
appendFileSync(join(folder, 'pids'), `${process.pid}\n`);
process.on('warning', (warning) => appendFileSync(join(folder, 'warnings'), `${warning.stack}\n`));

drive(() => nobleRadio(loadNoble()));
