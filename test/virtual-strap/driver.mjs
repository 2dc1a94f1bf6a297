import { drive } from '../../dist/devices/ble/drive.js';
import { nobleRadio } from '../../dist/devices/ble/noble-radio.js';
import loadNoble from './load-noble.cjs';

drive(() => nobleRadio(loadNoble()));
