import type { Ask } from './protocol.ts';

/** What it means that a request is not answered in time. */
export const HANG: Record<Ask['type'], string> = {
  scan: 'the Bluetooth adapter does not start searching',
  connect: 'the strap does not answer the call',
  discover: 'the strap does not say what it can do',
  subscribe: 'the strap does not agree to send its measurements',
  read: 'the strap does not answer a question',
  write: 'the strap does not confirm',
};

/** What it means that a request is answered with a refusal. */
export const REFUSED: Record<Ask['type'], string> = {
  scan: 'the search could not be started',
  connect: 'the connection could not be made',
  discover: 'the strap did not say what it can do',
  subscribe: 'the strap does not send measurements',
  read: 'the strap did not answer',
  write: 'the strap refused',
};
