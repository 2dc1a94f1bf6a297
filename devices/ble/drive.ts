import type { FromDriver, ToDriver } from './protocol.ts';
import type { Radio, RadioListener } from './radio.ts';

type Request = Exclude<ToDriver, { type: 'end' }>;
type Result = { characteristics?: string[]; bytes?: Uint8Array };

/**
 * The whole life of the radio's process: opens the radio, does what the parent asks, tells what happens, and ends
 * with the parent. It keeps no deadline and never retries.
 */
export function drive(load: () => Radio): void {
  process.on('disconnect', () => process.exit(0));
  leaveInterruptsToParent();
  try {
    const radio = load();
    process.on('message', (message) => obey(radio, message as ToDriver));
    radio.open(listener);
    // noble adds a SIGINT listener that exits while it opens; it must not have the last word.
    process.nextTick(leaveInterruptsToParent);
  } catch (error) {
    const { code, message } = normalise(error);
    process.send?.({ type: 'unavailable', code, message } satisfies FromDriver, () =>
      process.exit(0),
    );
  }
}

const listener: RadioListener = {
  state: (state) => tell({ type: 'state', state }),
  warning: (message) => tell({ type: 'warning', message }),
  discover: (sighting) => tell({ type: 'discover', ...sighting }),
  disconnected: (id, code) =>
    tell({ type: 'disconnected', id, ...(code === undefined ? {} : { code }) }),
  value: (characteristic, bytes) => tell({ type: 'value', characteristic, bytes }),
};

function obey(radio: Radio, asked: ToDriver): void {
  if (asked.type === 'end') process.exit(0);
  perform(radio, asked).then(
    (result) => tell({ type: 'done', request: asked.request, ...result }),
    (error: unknown) =>
      tell({ type: 'failed', request: asked.request, reason: normalise(error).message }),
  );
}

async function perform(radio: Radio, asked: Request): Promise<Result> {
  switch (asked.type) {
    case 'scan':
      await radio.scan();
      return {};
    case 'connect':
      await radio.connect(asked.id);
      return {};
    case 'discover':
      return { characteristics: await radio.discover(asked.service) };
    case 'subscribe':
      await radio.subscribe(asked.characteristic);
      return {};
    case 'read':
      return { bytes: await radio.read(asked.characteristic) };
    case 'write':
      await radio.write(asked.characteristic, asked.bytes);
      return {};
  }
}

function tell(message: FromDriver): void {
  if (process.connected) process.send?.(message);
}

function leaveInterruptsToParent(): void {
  process.removeAllListeners('SIGINT');
  process.on('SIGINT', () => {});
}

/** noble rejects with strings as well as with errors. */
function normalise(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  const code: unknown = Reflect.get(error, 'code');
  return { code: typeof code === 'string' ? code : 'UNKNOWN', message: error.message };
}
