import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { Air } from './air.ts';
import { Controller } from './controller.ts';
import { h4Reader } from './hci.ts';

/** A room with Bluetooth in it: every client of the unix socket gets a controller of its own. */
export class VirtualRadio {
  readonly socketPath: string;
  readonly air: Air<Controller>;
  readonly #sockets = new Map<Socket, Controller>();
  #server: Server | undefined;
  #clients = 0;

  constructor(socketPath: string, supervisionSpeed = 20) {
    this.socketPath = socketPath;
    this.air = new Air(supervisionSpeed);
  }

  /** Controllers now attached from outside: the hosts under test. */
  get hosts(): Controller[] {
    return [...this.#sockets.values()];
  }

  /** How many hosts have ever opened the adapter. */
  get opened(): number {
    return this.#clients;
  }

  powerOn(): Promise<void> {
    const server = createServer((socket) => this.#attach(socket));
    this.#server = server;
    return new Promise((resolve) => server.listen(this.socketPath, resolve));
  }

  /** The adapter goes away under its hosts, as if it was pulled or switched off. */
  powerOff(): void {
    this.#server?.close();
    this.#server = undefined;
    rmSync(this.socketPath, { force: true });
    for (const socket of this.#sockets.keys()) socket.destroy();
  }

  #attach(socket: Socket): void {
    const number = (++this.#clients & 0xff).toString(16).padStart(2, '0');
    const controller = new Controller(this.air, `02:00:00:00:01:${number}`, (packet) => {
      if (socket.writable) socket.write(packet);
    });
    this.#sockets.set(socket, controller);
    socket.on(
      'data',
      h4Reader((packet) => controller.fromHost(packet)),
    );
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      controller.close();
    });
  }
}
