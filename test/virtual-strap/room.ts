import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Subscription } from 'rxjs';
import { vi } from 'vitest';
import type { Deadlines } from '../../devices/ble/deadlines.ts';
import { type StrapOptions, strap } from '../../devices/ble/strap.ts';
import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { Link, SensorSignal } from '../../devices/heart-rate-sensor.ts';
import { builtDriver } from './built.ts';
import type { StrapBuild } from './heart-rate-services.ts';
import { VirtualRadio } from './radio.ts';
import { VirtualStrap } from './virtual-strap.ts';

/** The driver whose noble hears the virtual radio. */
export const FIXTURE_DRIVER = fileURLToPath(new URL('driver.mjs', import.meta.url));

/** A loaded machine is no reason to fail; nothing waits this long when all is well. */
const PATIENCE_MS = 10_000;
vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

/** Long enough for a busy machine, save the waits that are waited out on purpose. */
export const QUICK: Partial<Deadlines> = { settleMs: 60, backOffMs: [10, 20], jitter: 0 };

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
  builtDriver();
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

/** Somebody who wears the strap: everything it signalled, and a way to wait for more. */
export class Listener {
  readonly signals: SensorSignal[] = [];
  error: unknown;
  readonly #subscription: Subscription;
  readonly #waiting = new Set<() => void>();

  constructor(options: StrapOptions) {
    const changed = () => {
      for (const check of [...this.#waiting]) check();
    };
    this.#subscription = strap(options).subscribe({
      next: (signal) => {
        this.signals.push(signal);
        changed();
      },
      error: (error: unknown) => {
        this.error = error;
        changed();
      },
    });
  }

  get links(): Link[] {
    return this.signals.flatMap((signal) => (signal.type === 'link' ? [signal.link] : []));
  }

  get link(): Link | undefined {
    return this.links.at(-1);
  }

  get story(): string {
    return this.links
      .map(({ status }) => status)
      .filter((status, index, all) => status !== all[index - 1])
      .join(' ');
  }

  get measurements(): HeartRateMeasurement[] {
    return this.signals.flatMap((signal) =>
      signal.type === 'measurement' ? [signal.measurement] : [],
    );
  }

  get bpms(): number[] {
    return this.measurements.map(({ bpm }) => bpm);
  }

  count(status: Link['status']): number {
    return this.links.filter((link) => link.status === status).length;
  }

  /** Resolves as soon as a signal makes it true. */
  until(truth: (listener: this) => boolean, withinMs = PATIENCE_MS): Promise<void> {
    return until(
      () => truth(this),
      withinMs,
      this.#waiting,
      () => this.story,
    );
  }

  connected(times = 1): Promise<void> {
    return this.until(() => this.#connections() >= times);
  }

  stop(): void {
    this.#subscription.unsubscribe();
  }

  #connections(): number {
    const { links } = this;
    return links.filter(
      ({ status }, at) => status === 'connected' && links[at - 1]?.status === 'connecting',
    ).length;
  }
}

/** Checks now, at each change and every few milliseconds; rejects with the story so far. */
export function until(
  truth: () => boolean,
  withinMs = PATIENCE_MS,
  waiting = new Set<() => void>(),
  story = () => '',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearInterval(poll);
      clearTimeout(late);
      waiting.delete(check);
    };
    const check = () => {
      if (!truth()) return;
      end();
      resolve();
    };
    const poll = setInterval(check, 5);
    const late = setTimeout(() => {
      end();
      reject(new Error(`not within ${withinMs} ms: ${truth}; ${story()}`));
    }, withinMs);
    waiting.add(check);
    check();
  });
}
