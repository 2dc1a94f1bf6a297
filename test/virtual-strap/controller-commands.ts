import type { ConnectionParameters } from './air.ts';
import { COMMAND } from './hci.ts';

export type Pending = { address: string; parameters: ConnectionParameters };

export const OK = Buffer.from([0]);
/** Enough of a 5.0 controller for a central and a peripheral; anything else is an unknown command. */
export const ANSWERS = new Map<number, () => Buffer>([
  [COMMAND.setEventMask, () => OK],
  [COMMAND.leSetEventMask, () => OK],
  [COMMAND.writeLeHostSupported, () => OK],
  [COMMAND.readLeHostSupported, () => Buffer.from([0, 1, 0])],
  [COMMAND.readLocalVersion, () => Buffer.from([0, 9, 0, 0, 9, 0xff, 0xff, 0, 0])],
  [COMMAND.readBufferSize, () => Buffer.from([0, 0xfb, 0, 0, 8, 0, 0, 0])],
  [COMMAND.leReadBufferSize, () => Buffer.from([0, 0xfb, 0, 8])],
]);

/** Advertising data behind its length. */
export function payload(parameters: Buffer): Buffer {
  return Buffer.from(parameters.subarray(1, 1 + parameters.readUInt8(0)));
}

export function parametersAt(bytes: Buffer, offset: number): ConnectionParameters {
  return {
    minInterval: bytes.readUInt16LE(offset),
    maxInterval: bytes.readUInt16LE(offset + 2),
    latency: bytes.readUInt16LE(offset + 4),
    timeout: bytes.readUInt16LE(offset + 6),
  };
}

/** LE Create Connection: whom, and how. */
export function pendingFrom(parameters: Buffer): Pending {
  return {
    address: parameters.subarray(6, 12).toString('hex'),
    parameters: parametersAt(parameters, 13),
  };
}
