/** HCI numbers and packets (Bluetooth Core 5.4, Vol 4 Part E), in H4 framing: one type byte first. */
export const H4 = { command: 1, acl: 2, event: 4 } as const;

export const COMMAND = {
  disconnect: 0x0406,
  setEventMask: 0x0c01,
  reset: 0x0c03,
  readLeHostSupported: 0x0c6c,
  writeLeHostSupported: 0x0c6d,
  readLocalVersion: 0x1001,
  readBufferSize: 0x1005,
  readAddress: 0x1009,
  readRssi: 0x1405,
  leSetEventMask: 0x2001,
  leReadBufferSize: 0x2002,
  leSetRandomAddress: 0x2005,
  leSetAdvertisingParameters: 0x2006,
  leSetAdvertisingData: 0x2008,
  leSetScanResponse: 0x2009,
  leAdvertise: 0x200a,
  leSetScanParameters: 0x200b,
  leScan: 0x200c,
  leCreateConnection: 0x200d,
  leCancelConnection: 0x200e,
  leUpdateConnection: 0x2013,
} as const;

export const EVENT = {
  disconnected: 0x05,
  commandComplete: 0x0e,
  commandStatus: 0x0f,
  completedPackets: 0x13,
  leMeta: 0x3e,
} as const;

export const LE_EVENT = { connected: 0x01, advertisement: 0x02, updated: 0x03 } as const;

export const REASON = {
  unknownCommand: 0x01,
  unknownConnection: 0x02,
  supervisionTimeout: 0x08,
  remoteEnded: 0x13,
  localEnded: 0x16,
  failedToEstablish: 0x3e,
} as const;

const HEADER = new Map([
  [H4.command as number, { bytes: 4, length: (p: Buffer) => p.readUInt8(3) }],
  [H4.acl, { bytes: 5, length: (p: Buffer) => p.readUInt16LE(3) }],
  [H4.event, { bytes: 3, length: (p: Buffer) => p.readUInt8(2) }],
]);

/** Cuts a byte stream into whole H4 packets; what is incomplete waits for the next chunk. */
export function h4Reader(onPacket: (packet: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length > 0) {
      const header = HEADER.get(rest.readUInt8(0));
      if (!header) throw new Error(`H4 type ${rest.readUInt8(0)} is not a packet`);
      if (rest.length < header.bytes) return;
      const length = header.bytes + header.length(rest);
      if (rest.length < length) return;
      const packet = rest.subarray(0, length);
      rest = rest.subarray(length);
      onPacket(packet);
    }
  };
}

export function command(opcode: number, parameters: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.from([H4.command, opcode & 0xff, opcode >> 8, parameters.length]);
  return Buffer.concat([head, parameters]);
}

export function event(code: number, parameters: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([H4.event, code, parameters.length]), parameters]);
}

export function leEvent(code: number, parameters: Uint8Array): Buffer {
  return event(EVENT.leMeta, Buffer.concat([Buffer.from([code]), parameters]));
}

export function acl(handle: number, boundary: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(H4.acl, 0);
  head.writeUInt16LE(handle | (boundary << 12), 1);
  head.writeUInt16LE(data.length, 3);
  return Buffer.concat([head, data]);
}

export function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2);
  });
  return bytes;
}
