'use strict';
/**
 * A look-alike of @abandonware/bluetooth-hci-socket over a unix socket that speaks H4.
 * PULSEPACE_VIRTUAL_RADIO names the socket; PULSEPACE_VIRTUAL_FAULT an errno the addon would give.
 */
const { EventEmitter } = require('node:events');
const net = require('node:net');

const RESET = Buffer.from([1, 3, 0x0c, 0]);
const REOPEN_MS = 100;
const HEADERS = { 1: [4, (p) => p[3]], 2: [5, (p) => p.readUInt16LE(3)], 4: [3, (p) => p[2]] };

function errno(code) {
  return Object.assign(new Error(`${code}, from the virtual adapter`), { code });
}

class VirtualHciSocket extends EventEmitter {
  constructor() {
    super();
    this.fault = process.env.PULSEPACE_VIRTUAL_FAULT;
    if (this.fault === 'EAFNOSUPPORT') throw errno('EAFNOSUPPORT');
    this.up = false;
    this.queue = [];
    this.unsent = [];
    this.rest = Buffer.alloc(0);
  }

  bindRaw() {
    if (this.fault === 'ENODEV') throw errno('ENODEV');
    this.up = true;
    this.open();
    return 0;
  }

  bindUser() {
    return this.bindRaw();
  }

  /** The management channel: nobody listens there. */
  bindControl() {
    this.isControl = true;
    return 0;
  }

  open() {
    const socket = net.connect(process.env.PULSEPACE_VIRTUAL_RADIO);
    let swallowReset = true;
    this.socket = socket;
    socket.write(RESET);
    socket.on('connect', () => {
      this.up = true;
      for (const packet of this.unsent.splice(0)) socket.write(packet);
    });
    socket.on('data', (chunk) => {
      this.rest = Buffer.concat([this.rest, chunk]);
      for (let packet = this.take(); packet; packet = this.take()) {
        if (swallowReset) swallowReset = false;
        else this.deliver(packet);
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.up = false;
      this.rest = Buffer.alloc(0);
      setTimeout(() => this.open(), REOPEN_MS);
    });
  }

  take() {
    const [header, length] = HEADERS[this.rest[0]] ?? [];
    if (!header || this.rest.length < header) return undefined;
    const size = header + length(this.rest);
    if (this.rest.length < size) return undefined;
    const packet = this.rest.subarray(0, size);
    this.rest = this.rest.subarray(size);
    return packet;
  }

  /** One packet an event-loop turn, as the addon does. */
  deliver(packet) {
    this.queue.push(packet);
    if (this.queue.length > 1) return;
    const next = () => {
      this.emit('data', this.queue[0]);
      this.queue.shift();
      if (this.queue.length > 0) setImmediate(next);
    };
    setImmediate(next);
  }

  start() {
    if (this.fault === 'EPERM') setImmediate(() => this.emit('error', errno('EPERM')));
  }

  stop() {}
  reset() {}
  cleanup() {}
  setFilter() {}

  isDevUp() {
    return this.up && this.fault !== 'EPERM';
  }

  getDeviceList() {
    return [{ devId: 0, devUp: this.up }];
  }

  write(packet) {
    if (this.isControl) return;
    if (this.socket.readyState === 'open') this.socket.write(packet);
    else this.unsent.push(packet);
  }
}

module.exports = VirtualHciSocket;
