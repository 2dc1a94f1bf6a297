import type { Air, ConnectionParameters } from './air.ts';
import {
  ANSWERS,
  OK,
  type Pending,
  parametersAt,
  payload,
  pendingFrom,
} from './controller-commands.ts';
import { acl, COMMAND, EVENT, event, H4, LE_EVENT, leEvent, REASON, u16 } from './hci.ts';

type Advertising = { data: Buffer; scanResponse: Buffer; intervalMs: number; random: boolean };
type Scan = { active: boolean; filterDuplicates: boolean; seen: Set<string> };

const CONNECTABLE = 0x00;
const SCAN_RESPONSE = 0x04;
/** A Bluetooth controller without a radio: commands come in, events go out, the air is shared. */
export class Controller {
  rssi = -55;
  silent = false;
  refuses = false;
  readonly #air: Air<Controller>;
  readonly #toHost: (packet: Buffer) => void;
  readonly #publicAddress: Buffer;
  #randomAddress: Buffer | undefined;
  #advertising: Advertising = {
    data: Buffer.alloc(0),
    scanResponse: Buffer.alloc(0),
    intervalMs: 100,
    random: false,
  };
  #timer: NodeJS.Timeout | undefined;
  #activeScan = false;
  #scan: Scan | undefined;
  #pending: Pending | undefined;

  constructor(air: Air<Controller>, address: string, toHost: (packet: Buffer) => void) {
    this.#air = air;
    this.#toHost = toHost;
    this.#publicAddress = Buffer.from(address.replaceAll(':', ''), 'hex').reverse();
    air.controllers.add(this);
  }

  get address(): Buffer {
    return (this.#advertising.random ? this.#randomAddress : undefined) ?? this.#publicAddress;
  }

  get scanning(): boolean {
    return this.#scan !== undefined;
  }

  fromHost(packet: Buffer): void {
    if (packet.readUInt8(0) === H4.acl) this.#fromHostAcl(packet);
    else this.#command(packet.readUInt16LE(1), packet.subarray(4));
  }

  /** Radio silence, as out of reach: nothing is sent or heard until `silent` ends. */
  setSilent(silent: boolean): void {
    this.silent = silent;
    this.#air.supervise(this);
  }

  /** The host's transport is gone for good. */
  close(): void {
    this.#idle();
    this.setSilent(true);
    this.#air.controllers.delete(this);
  }

  hear(from: Controller): void {
    const address = from.address.toString('hex');
    if (this.#pending?.address === address) this.#connect(from, this.#pending.parameters);
    else if (this.#scan) this.#report(from, address, this.#scan);
  }

  connected(handle: number, role: 0 | 1, peer: Controller, parameters: ConnectionParameters): void {
    if (role === 1) this.#stopAdvertising();
    const peerType = peer.#advertising.random ? 1 : 0;
    const { maxInterval, latency, timeout } = parameters;
    const head = Buffer.concat([OK, u16(handle), Buffer.from([role, peerType]), peer.address]);
    const tail = Buffer.concat([u16(maxInterval, latency, timeout), Buffer.from([0])]);
    this.#toHost(leEvent(LE_EVENT.connected, Buffer.concat([head, tail])));
  }

  disconnected(handle: number, reason: number): void {
    this.#toHost(
      event(EVENT.disconnected, Buffer.concat([OK, u16(handle), Buffer.from([reason])])),
    );
  }

  #connect(peer: Controller, parameters: ConnectionParameters): void {
    this.#pending = undefined;
    const link = this.#air.connect(this, peer, parameters);
    const handleOf = (controller: Controller) => link.handles.get(controller) ?? 0;
    this.connected(handleOf(this), 0, peer, parameters);
    if (peer.refuses) this.#air.end(link, REASON.failedToEstablish);
    else peer.connected(handleOf(peer), 1, this, parameters);
  }

  #report(from: Controller, address: string, scan: Scan): void {
    const key = `${address}${from.#advertising.data.toString('hex')}`;
    if (scan.filterDuplicates && scan.seen.has(key)) return;
    scan.seen.add(key);
    this.#air.reports += 1;
    const report = (type: number, data: Buffer) => {
      const head = Buffer.from([1, type, from.#advertising.random ? 1 : 0, ...from.address]);
      const tail = Buffer.from([data.length, ...data, from.rssi & 0xff]);
      this.#toHost(leEvent(LE_EVENT.advertisement, Buffer.concat([head, tail])));
    };
    report(CONNECTABLE, from.#advertising.data);
    if (scan.active) report(SCAN_RESPONSE, from.#advertising.scanResponse);
  }

  #fromHostAcl(packet: Buffer): void {
    const handle = packet.readUInt16LE(1) & 0x0fff;
    const boundary = packet.readUInt16LE(1) >> 12;
    const link = this.#air.find(this, handle);
    if (!link || this.silent) return;
    const other = this.#air.other(link, this);
    if (other.silent) return;
    const first = boundary === 0 ? 2 : boundary;
    other.#toHost(acl(link.handles.get(other) ?? 0, first, packet.subarray(5)));
    this.#toHost(event(EVENT.completedPackets, Buffer.concat([Buffer.from([1]), u16(handle, 1)])));
  }

  #command(opcode: number, parameters: Buffer): void {
    const fixed = ANSWERS.get(opcode);
    const result = fixed?.() ?? this.#informative(opcode, parameters);
    if (result) this.#complete(opcode, result);
    else if (opcode === COMMAND.leCreateConnection) this.#create(parameters);
    else if (opcode === COMMAND.disconnect) this.#disconnect(parameters);
    else if (opcode === COMMAND.leUpdateConnection) this.#update(parameters);
    else this.#setting(opcode, parameters);
  }

  #informative(opcode: number, parameters: Buffer): Buffer | undefined {
    if (opcode === COMMAND.readAddress) return Buffer.concat([OK, this.#publicAddress]);
    if (opcode !== COMMAND.readRssi) return undefined;
    return Buffer.from([0, ...parameters.subarray(0, 2), 0xc0]);
  }

  #create(parameters: Buffer): void {
    this.#status(COMMAND.leCreateConnection, 0);
    this.#pending = pendingFrom(parameters);
  }

  #setting(opcode: number, parameters: Buffer): void {
    const settings = new Map<number, () => void>([
      [COMMAND.reset, () => this.#idle()],
      [COMMAND.leSetRandomAddress, () => this.#setRandomAddress(parameters)],
      [COMMAND.leSetAdvertisingParameters, () => this.#setAdvertising(parameters)],
      [COMMAND.leSetAdvertisingData, () => this.#setAdvertisingData(parameters)],
      [COMMAND.leSetScanResponse, () => this.#setScanResponse(parameters)],
      [COMMAND.leAdvertise, () => this.#setAdvertise(parameters.readUInt8(0) === 1)],
      [COMMAND.leSetScanParameters, () => this.#setScanKind(parameters)],
      [COMMAND.leScan, () => this.#setScan(parameters)],
      [COMMAND.leCancelConnection, () => this.#cancel()],
    ]);
    const apply = settings.get(opcode);
    apply?.();
    if (apply) this.#complete(opcode, OK);
    else this.#status(opcode, REASON.unknownCommand);
  }

  #setRandomAddress(parameters: Buffer): void {
    this.#randomAddress = Buffer.from(parameters);
  }

  #setAdvertisingData(parameters: Buffer): void {
    this.#advertising.data = payload(parameters);
  }

  #setScanResponse(parameters: Buffer): void {
    this.#advertising.scanResponse = payload(parameters);
  }

  #setScanKind(parameters: Buffer): void {
    this.#activeScan = parameters.readUInt8(0) === 1;
  }

  #cancel(): void {
    this.#pending = undefined;
  }

  #setAdvertising(parameters: Buffer): void {
    this.#advertising.intervalMs = parameters.readUInt16LE(0) * 0.625;
    this.#advertising.random = parameters.readUInt8(5) === 1;
  }

  #setAdvertise(on: boolean): void {
    this.#stopAdvertising();
    if (on) this.#advertiseLater();
  }

  #advertiseLater(): void {
    const afterMs = this.#advertising.intervalMs + Math.random() * 10;
    this.#timer = setTimeout(() => {
      this.#advertiseLater();
      if (!this.silent) this.#air.advertise(this);
    }, afterMs);
  }

  #stopAdvertising(): void {
    clearTimeout(this.#timer);
  }

  #setScan(parameters: Buffer): void {
    const filterDuplicates = parameters.readUInt8(1) === 1;
    const on = parameters.readUInt8(0) === 1;
    this.#scan = on ? { active: this.#activeScan, filterDuplicates, seen: new Set() } : undefined;
  }

  #disconnect(parameters: Buffer): void {
    const link = this.#air.find(this, parameters.readUInt16LE(0));
    this.#status(COMMAND.disconnect, link ? 0 : REASON.unknownConnection);
    if (link) this.#air.end(link, parameters.readUInt8(2), this);
  }

  #update(parameters: Buffer): void {
    const handle = parameters.readUInt16LE(0);
    const link = this.#air.find(this, handle);
    this.#status(COMMAND.leUpdateConnection, link ? 0 : REASON.unknownConnection);
    if (!link) return;
    link.parameters = parametersAt(parameters, 2);
    const { maxInterval, latency, timeout } = link.parameters;
    for (const [controller, own] of link.handles) {
      const body = Buffer.concat([OK, u16(own, maxInterval, latency, timeout)]);
      controller.#toHost(leEvent(LE_EVENT.updated, body));
    }
  }

  #idle(): void {
    this.#stopAdvertising();
    this.#scan = undefined;
    this.#pending = undefined;
  }

  #complete(opcode: number, result: Buffer): void {
    const head = Buffer.concat([Buffer.from([1]), u16(opcode)]);
    this.#toHost(event(EVENT.commandComplete, Buffer.concat([head, result])));
  }

  #status(opcode: number, status: number): void {
    this.#toHost(
      event(EVENT.commandStatus, Buffer.concat([Buffer.from([status, 1]), u16(opcode)])),
    );
  }
}
