import type { Subscription } from 'rxjs';
import { type StrapOptions, strap } from '../../devices/ble/strap.ts';
import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { Link, SensorSignal } from '../../devices/heart-rate-sensor.ts';
import { PATIENCE_MS, until } from './until.ts';

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
