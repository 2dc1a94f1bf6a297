import type { exitCode } from './door-error.ts';

/** What each exit code means, for the manual. */
export const exitMeanings: Readonly<Record<keyof typeof exitCode, string>> = {
  ok: 'all is well',
  ourFault: 'a fault of pulsepace',
  usage: 'a wrong argument, limit or routine',
  notFound: 'nothing found',
  bluetoothUnavailable: 'Bluetooth is unavailable',
  damaged: 'stored or imported data is damaged',
  unwritable: 'the data folder cannot be written, or another session holds it',
};

/** Beside them: what a signal ends with. */
export const signalMeaning = 'stopped by signal n; Ctrl-C gives 130';
