import { answerAtt } from './att.ts';
import { Controller } from './controller.ts';
import { gattTable, type Table } from './gatt-table.ts';
import { acl, COMMAND, command, EVENT, H4, LE_EVENT, REASON, u16 } from './hci.ts';
import { type StrapBuild, strapServices, UUID } from './heart-rate-services.ts';
import { powerUp } from './power-up.ts';
import type { VirtualRadio } from './radio.ts';

export type StrapEvent =
  | { readonly what: 'advertising' | 'connected' | 'subscribed' | 'unsubscribed' | 'energy reset' }
  | { readonly what: 'disconnected'; readonly reason: number }
  | { readonly what: 'sent'; readonly hex: string };

const ATT_CHANNEL = 4;

/** A heart rate strap as a Bluetooth host of its own, with the faults real straps have. */
export class VirtualStrap {
  readonly log: StrapEvent[] = [];
  readonly address: string;
  readonly name: string;
  readonly #controller: Controller;
  readonly #table: Table;
  #handle: number | undefined;
  #muted = false;
  #deaf = false;
  #deafens = false;
  #delayMs = 0;
  #vanished = false;
  #hangsUpAfter: number | undefined;

  constructor(radio: VirtualRadio, name: string, address: string, build: StrapBuild = {}) {
    this.name = name;
    this.address = address;
    this.#controller = new Controller(radio.air, '00:00:00:00:00:00', (packet) =>
      setImmediate(() => this.#fromController(packet)),
    );
    this.#table = gattTable(strapServices(name, build));
    for (const [uuid, attribute] of this.#table.configurations) {
      attribute.onWrite = (value) => this.#configured(uuid, value);
    }
    const controlPoint = this.#table.values.get(UUID.controlPoint);
    if (controlPoint) controlPoint.onWrite = () => this.log.push({ what: 'energy reset' });
    for (const packet of powerUp(name, address)) this.#controller.fromHost(packet);
    this.#advertise();
  }

  get connected(): boolean {
    return this.#handle !== undefined;
  }

  get subscribed(): boolean {
    return this.#notifies(UUID.measurement);
  }

  /** How often something happened, by the strap's own account. */
  count(what: StrapEvent['what']): number {
    return this.log.filter((entry) => entry.what === what).length;
  }

  get sent(): string[] {
    return this.log.flatMap((entry) => (entry.what === 'sent' ? [entry.hex] : []));
  }

  /** Notifies a measurement; false where nobody is subscribed or the strap is muted. */
  send(packet: Uint8Array): boolean {
    if (this.#muted || this.#vanished || !this.#notify(UUID.measurement, packet)) return false;
    this.log.push({ what: 'sent', hex: Buffer.from(packet).toString('hex') });
    return true;
  }

  setBattery(percent: number): void {
    const level = this.#table.values.get(UUID.batteryLevel);
    if (level) level.value = Buffer.from([percent]);
    this.#notify(UUID.batteryLevel, Uint8Array.of(percent));
  }

  setSignal(rssi: number): void {
    this.#controller.rssi = rssi;
  }

  /** The strap hangs up. */
  drop(): void {
    if (this.#handle === undefined) return;
    const end = Buffer.concat([u16(this.#handle), Buffer.from([REASON.remoteEnded])]);
    this.#controller.fromHost(command(COMMAND.disconnect, end));
  }

  /** Hangs up in place of the n-th ATT answer of the next connection. */
  dropAtAnswer(number: number): void {
    this.#hangsUpAfter = number;
  }

  /** Out of reach, mid-word. */
  vanish(): void {
    this.#vanished = true;
    this.#controller.setSilent(true);
  }

  return(): void {
    this.#vanished = false;
    this.#controller.setSilent(false);
    if (this.#handle === undefined) this.#advertise();
  }

  /** Connected and polite, but no measurement leaves it. */
  mute(muted = true): void {
    this.#muted = muted;
  }

  /** No ATT request is ever answered. */
  deaf(deaf = true): void {
    this.#deaf = deaf;
  }

  /** Confirms the next subscription, and answers nothing more. */
  deafOnceSubscribed(): void {
    this.#deafens = true;
  }

  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Reads and writes of this characteristic are answered with an ATT error; 0 mends it. */
  error(uuid: number, code: number): void {
    const attribute = this.#table.values.get(uuid);
    if (attribute) attribute.error = code;
  }

  /** Connections end at once with 0x3e. */
  refuse(refuses = true): void {
    this.#controller.refuses = refuses;
  }

  off(): void {
    this.#controller.close();
  }

  #advertise(): void {
    this.#controller.fromHost(command(COMMAND.leAdvertise, Buffer.from([1])));
    this.log.push({ what: 'advertising' });
  }

  #fromController(packet: Buffer): void {
    const isEvent = packet.readUInt8(0) === H4.event;
    const code = packet.readUInt8(1);
    if (!isEvent) this.#fromCentral(packet);
    else if (code === EVENT.disconnected) this.#disconnected(packet.readUInt8(6));
    else if (code === EVENT.leMeta && packet.readUInt8(3) === LE_EVENT.connected) {
      this.#handle = packet.readUInt16LE(5);
      this.log.push({ what: 'connected' });
    }
  }

  #disconnected(reason: number): void {
    this.#handle = undefined;
    for (const attribute of this.#table.configurations.values()) attribute.value = u16(0);
    this.log.push({ what: 'disconnected', reason });
    if (!this.#vanished) this.#advertise();
  }

  #fromCentral(packet: Buffer): void {
    const channel = packet.readUInt16LE(7);
    if (channel !== ATT_CHANNEL || this.#deaf) return;
    if (this.#hangsUpAfter !== undefined && --this.#hangsUpAfter <= 0) {
      this.#hangsUpAfter = undefined;
      this.drop();
      return;
    }
    const answer = answerAtt(this.#table.attributes, packet.subarray(9));
    if (!answer) return;
    if (this.#delayMs > 0) setTimeout(() => this.#toCentral(answer), this.#delayMs);
    else this.#toCentral(answer);
  }

  #configured(uuid: number, value: Buffer): void {
    if (uuid !== UUID.measurement) return;
    this.#deaf ||= this.#deafens;
    this.log.push({ what: value.readUInt8(0) & 1 ? 'subscribed' : 'unsubscribed' });
  }

  #notifies(uuid: number): boolean {
    const configuration = this.#table.configurations.get(uuid);
    return this.connected && ((configuration?.value.at(0) ?? 0) & 1) === 1;
  }

  #notify(uuid: number, value: Uint8Array): boolean {
    if (!this.#notifies(uuid)) return false;
    const handle = this.#table.values.get(uuid)?.handle ?? 0;
    this.#toCentral(Buffer.concat([Buffer.from([0x1b]), u16(handle), value]));
    return true;
  }

  #toCentral(att: Buffer): void {
    if (this.#handle === undefined) return;
    const l2cap = Buffer.concat([u16(att.length, ATT_CHANNEL), att]);
    this.#controller.fromHost(acl(this.#handle, 0, l2cap));
  }
}
