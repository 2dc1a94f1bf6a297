import { createRequire } from 'node:module';
import { drive } from './drive.ts';
import { nobleRadio } from './noble-radio.ts';

/** The forked process. Loading noble opens the adapter, which throws where there is no Bluetooth. */
const require = createRequire(import.meta.url);
drive(() => nobleRadio(require('@abandonware/noble')));
