import { type Attribute, PRIMARY_SERVICE } from './att.ts';

type Characteristic = {
  readonly uuid: number;
  readonly value?: Uint8Array;
  /** 'notify' brings a client configuration descriptor, unless the strap is built without it. */
  readonly can: readonly ('read' | 'write' | 'notify')[];
  readonly withoutConfiguration?: boolean;
  readonly error?: number;
};

export type Service = {
  readonly uuid: number;
  readonly characteristics: readonly Characteristic[];
};

const PROPERTY = { read: 0x02, write: 0x08, notify: 0x10 } as const;
const CHARACTERISTIC = 0x2803;
const CLIENT_CONFIGURATION = 0x2902;

export type Table = {
  readonly attributes: Attribute[];
  readonly values: ReadonlyMap<number, Attribute>;
  readonly configurations: ReadonlyMap<number, Attribute>;
};

/** Lays the services out as attributes, and finds values and descriptors by characteristic. */
export function gattTable(services: readonly Service[]): Table {
  const attributes: Attribute[] = [];
  const values = new Map<number, Attribute>();
  const configurations = new Map<number, Attribute>();
  const add = (type: number, value: Uint8Array): Attribute => {
    const attribute = { handle: attributes.length + 1, type, value: Buffer.from(value) };
    attributes.push(attribute);
    return attribute;
  };
  for (const service of services) {
    const declaration = add(PRIMARY_SERVICE, u16(service.uuid));
    for (const characteristic of service.characteristics) {
      const { uuid, can, value = new Uint8Array(), error } = characteristic;
      const properties = can.reduce((bits, name) => bits | PROPERTY[name], 0);
      const valueHandle = attributes.length + 2;
      add(CHARACTERISTIC, Buffer.concat([Buffer.from([properties]), u16(valueHandle), u16(uuid)]));
      const attribute = add(uuid, value);
      if (error) attribute.error = error;
      values.set(uuid, attribute);
      if (can.includes('notify') && !characteristic.withoutConfiguration) {
        configurations.set(uuid, add(CLIENT_CONFIGURATION, u16(0)));
      }
    }
    declaration.groupEnd = attributes.length;
  }
  return { attributes, values, configurations };
}

function u16(value: number): Buffer {
  return Buffer.from([value & 0xff, value >> 8]);
}
