import { REASON } from './hci.ts';

export type ConnectionParameters = {
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly latency: number;
  readonly timeout: number;
};

/** What the air asks of a controller. */
type Station<Self> = {
  readonly silent: boolean;
  hear(from: Self): void;
  disconnected(handle: number, reason: number): void;
};

/** One connection: two controllers, each with a handle of its own. */
type AirLink<One> = {
  readonly central: One;
  readonly peripheral: One;
  readonly handles: Map<One, number>;
  parameters: ConnectionParameters;
  supervision?: NodeJS.Timeout | undefined;
};

/** What all controllers share: who hears whom, and when a silent link is given up. */
export class Air<One extends Station<One>> {
  readonly controllers = new Set<One>();
  readonly links = new Set<AirLink<One>>();
  /** Every connection asked for, in order: the proof of the parameters that were sent. */
  readonly connections: ConnectionParameters[] = [];
  /** Advertisements heard by somebody. */
  reports = 0;
  /** Supervision runs this much faster than negotiated, so that tests need not wait 4 s. */
  readonly supervisionSpeed: number;
  #nextHandle = 0x40;

  constructor(supervisionSpeed: number) {
    this.supervisionSpeed = supervisionSpeed;
  }

  advertise(from: One): void {
    for (const other of [...this.controllers]) {
      if (other !== from && !other.silent) other.hear(from);
    }
  }

  connect(central: One, peripheral: One, parameters: ConnectionParameters): AirLink<One> {
    const handles = new Map([
      [central, this.#nextHandle++],
      [peripheral, this.#nextHandle++],
    ]);
    const link = { central, peripheral, handles, parameters };
    this.links.add(link);
    this.connections.push(parameters);
    return link;
  }

  find(controller: One, handle: number): AirLink<One> | undefined {
    return [...this.links].find((link) => link.handles.get(controller) === handle);
  }

  other(link: AirLink<One>, one: One): One {
    return link.central === one ? link.peripheral : link.central;
  }

  /** Starts or stops the supervision clock of every link this controller takes part in. */
  supervise(controller: One): void {
    for (const link of this.links) {
      if (!link.handles.has(controller)) continue;
      clearTimeout(link.supervision);
      link.supervision = undefined;
      if (link.central.silent || link.peripheral.silent) {
        const afterMs = (link.parameters.timeout * 10) / this.supervisionSpeed;
        link.supervision = setTimeout(() => this.end(link, REASON.supervisionTimeout), afterMs);
      }
    }
  }

  end(link: AirLink<One>, reason: number, by?: One): void {
    clearTimeout(link.supervision);
    if (!this.links.delete(link)) return;
    for (const [controller, handle] of link.handles) {
      controller.disconnected(handle, controller === by ? REASON.localEnded : reason);
    }
  }
}
