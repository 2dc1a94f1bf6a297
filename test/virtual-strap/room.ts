import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deadlines } from '../../devices/ble/deadlines.ts';
import type { StrapOptions } from '../../devices/ble/strap.ts';
import type { StrapBuild } from './heart-rate-services.ts';
import { Listener } from './listener.ts';
import { VirtualRadio } from './radio.ts';

import { VirtualStrap } from './virtual-strap.ts';

/** The driver whose noble hears the virtual radio. */
export const FIXTURE_DRIVER = fileURLToPath(new URL('driver.mjs', import.meta.url));

/** Long enough for a busy machine, save the waits that are waited out on purpose. */
const QUICK: Partial<Deadlines> = { settleMs: 60, backOffMs: [10, 20], jitter: 0 };

export type Room = {
  readonly radio: VirtualRadio;
  readonly environment: Readonly<Record<string, string>>;
  add(name: string, build?: StrapBuild): VirtualStrap;
  wear(options?: StrapOptions): Listener;
  /** Process ids of all drivers so far, oldest first. */
  pids(): number[];
  /** What node warned of inside the drivers. */
  warnings(): string;
  leave(): void;
};

/** A radio of its own in a folder of its own, and the driver with the real noble attached to it. */
export async function room(): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'strap-'));
  const radio = new VirtualRadio(join(folder, 'radio'));
  await radio.powerOn();
  const environment = { PULSEPACE_VIRTUAL_RADIO: radio.socketPath };
  const straps: VirtualStrap[] = [];
  const listeners: Listener[] = [];
  return {
    radio,
    environment,
    add(name, build) {
      const number = (straps.length + 1).toString(16).padStart(2, '0');
      const added = new VirtualStrap(radio, name, `c0:00:00:00:00:${number}`, build);
      straps.push(added);
      return added;
    },
    wear({ deadlines, env, ...options } = {}) {
      const listener = new Listener({
        driver: FIXTURE_DRIVER,
        deadlines: { ...QUICK, ...deadlines },
        env: { ...environment, ...env },
        ...options,
      });
      listeners.push(listener);
      return listener;
    },
    pids: () => kept(folder, 'pids').trim().split('\n').map(Number),
    warnings: () => kept(folder, 'warnings'),
    leave() {
      for (const listener of listeners) listener.stop();
      for (const each of straps) each.off();
      radio.powerOff();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function kept(folder: string, name: string): string {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
