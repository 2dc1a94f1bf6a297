import type { AdapterState } from './protocol.ts';
import type { Radio, RadioListener } from './radio.ts';

type Emitter = {
  on(event: string, listener: (...values: never[]) => void): unknown;
  removeAllListeners(): unknown;
};
type NobleCharacteristic = Emitter & {
  readonly uuid: string;
  subscribeAsync(): Promise<void>;
  readAsync(): Promise<Uint8Array>;
  writeAsync(bytes: Buffer, withoutResponse: boolean): Promise<void>;
};
type NobleService = {
  discoverCharacteristicsAsync(uuids: string[]): Promise<NobleCharacteristic[]>;
};
type NoblePeripheral = Emitter & {
  readonly id: string;
  readonly rssi: number;
  readonly state: string;
  readonly advertisement: { readonly localName?: string | undefined };
  disconnect(): void;
  connectAsync(parameters: typeof CONNECTION): Promise<void>;
  discoverServicesAsync(uuids: string[]): Promise<NobleService[]>;
};
/** The part of noble that is used; its own types lack the connection parameters. */
export type Noble = Emitter & {
  startScanningAsync(services: string[], allowDuplicates: boolean): Promise<void>;
  stopScanningAsync(): Promise<void>;
};

/** 30–50 ms between packets and 4 s of supervision; noble's own 420 ms drops a moving strap. */
const CONNECTION = { minInterval: 24, maxInterval: 40, latency: 0, timeout: 400 } as const;
const HEART_RATE_SERVICE = '180d';

export function nobleRadio(noble: Noble): Radio {
  const seen = new Map<string, NoblePeripheral>();
  const characteristics = new Map<string, NobleCharacteristic>();
  let listener: RadioListener | undefined;
  let connected: NoblePeripheral | undefined;

  const characteristic = (uuid: string): NobleCharacteristic => {
    const found = characteristics.get(uuid);
    if (!found) throw new Error(`characteristic ${uuid} was not discovered`);
    return found;
  };

  return {
    open(given) {
      listener = given;
      noble.on('warning', (message: unknown) => given.warning(String(message)));
      noble.on('discover', (peripheral: NoblePeripheral) => {
        seen.set(peripheral.id, peripheral);
        const { localName } = peripheral.advertisement;
        const name = localName ? { name: localName } : {};
        given.discover({ id: peripheral.id, rssi: peripheral.rssi, ...name });
      });
      noble.on('stateChange', (state: AdapterState) => given.state(state));
    },
    async scan() {
      // Held, a strap does not advertise. Never awaited: noble need not answer.
      if (connected?.state === 'connected') connected.disconnect();
      for (const peripheral of seen.values()) forget(noble, peripheral);
      seen.clear();
      characteristics.clear();
      connected = undefined;
      await noble.startScanningAsync([HEART_RATE_SERVICE], true);
    },
    async connect(id) {
      const peripheral = seen.get(id);
      if (!peripheral) throw new Error(`${id} has not been seen in this scan`);
      connected = peripheral;
      await noble.stopScanningAsync();
      peripheral.on('disconnect', (code: unknown) =>
        listener?.disconnected(id, typeof code === 'number' ? code : undefined),
      );
      await peripheral.connectAsync(CONNECTION);
    },
    async discover(service) {
      const [found] = (await connected?.discoverServicesAsync([service])) ?? [];
      const list = (await found?.discoverCharacteristicsAsync([])) ?? [];
      for (const each of list) characteristics.set(each.uuid, each);
      return list.map(({ uuid }) => uuid);
    },
    async subscribe(uuid) {
      const source = characteristic(uuid);
      source.on('data', (bytes: Uint8Array, isNotification: boolean) => {
        if (isNotification) listener?.value(uuid, bytes);
      });
      await source.subscribeAsync();
    },
    async read(uuid) {
      const bytes = await characteristic(uuid).readAsync();
      if (bytes.length === 0) throw new Error(`characteristic ${uuid} could not be read`);
      return bytes;
    },
    async write(uuid, bytes) {
      await characteristic(uuid).writeAsync(Buffer.from(bytes), false);
    },
  };
}

/**
 * noble hands out the same Peripheral for the same address for ever, with the listeners and characteristics of
 * connections long gone; a reconnect on it hangs. Its registries have no other way to let go.
 */
function forget(noble: object, peripheral: NoblePeripheral): void {
  peripheral.removeAllListeners();
  for (const registry of ['_peripherals', '_services', '_characteristics', '_descriptors']) {
    const entries: unknown = Reflect.get(noble, registry);
    if (typeof entries === 'object' && entries !== null) {
      Reflect.deleteProperty(entries, peripheral.id);
    }
  }
}
