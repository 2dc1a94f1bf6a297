import { EMPTY, Observable, type SchedulerLike, type Subscriber } from 'rxjs';
import { decodeHeartRateMeasurement } from '../heart-rate-measurement.ts';
import type { HeartRateSensor, Link, SensorSignal } from '../heart-rate-sensor.ts';
import { followTimetable } from '../timetable.ts';
import { type Fault, isInForce } from './fault.ts';
import { connected, linkCourse } from './link-course.ts';
import type { Person } from './persons.ts';
import { createStrap } from './strap.ts';

const PACKET_MS = 1000;

export type SimulatedStrap = {
  readonly person: Person;
  /** 32 bits; the same seed and effort give the same bytes. */
  readonly seed: number;
  /** 0 at rest (1 MET) to 1 (10 MET); 0 until it says something, its last value after it completes. */
  readonly effort$: Observable<number>;
  /** Whether the body is upright; lying or sitting until it says so. Getting up lifts the pulse for a moment. */
  readonly upright$?: Observable<boolean>;
  /** Every time comes from here: real, scaled or virtual. */
  readonly scheduler: SchedulerLike;
  readonly faults?: readonly Fault[];
};

/**
 * A strap on a simulated heart, as a cold sensor: searching at 0 s, connected at 0.7 s, then a packet at every whole
 * second with the RR that ended in it, encoded to and decoded from real bytes. Nothing comes synchronously, and it
 * never completes; it errors only where `effort$` does.
 */
export function simulateStrap(options: SimulatedStrap): HeartRateSensor {
  return new Observable<SensorSignal>((subscriber) => {
    const { person, seed, effort$, upright$ = EMPTY, scheduler, faults = [] } = options;
    const strap = createStrap(person, seed, faults);
    const links = createLinkTeller(faults, subscriber);
    let effort = 0;
    let isUpright = false;
    let packetMs = PACKET_MS;
    let heldBack: Uint8Array[] = [];

    subscriber.add(
      effort$.subscribe({
        next: (value) => {
          effort = value;
        },
        error: (error: unknown) => subscriber.error(error),
      }),
    );

    subscriber.add(
      upright$.subscribe((value) => {
        isUpright = value;
      }),
    );

    function packetDue(atMs: number): void {
      const packet = strap.packetAt(atMs, effort, isUpright);
      packetMs = atMs + PACKET_MS;
      if (!links.isConnected()) return;
      heldBack.push(packet);
      if (isInForce(faults, 'clock-jump', atMs)) return;
      for (const each of heldBack) subscriber.next(received(each));
      heldBack = [];
    }

    return followTimetable(scheduler, 0, (atMs) => {
      links.tell(atMs);
      if (atMs === packetMs && !subscriber.closed) packetDue(atMs);
      return Math.min(packetMs, links.nextMs());
    });
  });
}

type LinkTeller = {
  readonly tell: (atMs: number) => void;
  readonly nextMs: () => number;
  readonly isConnected: () => boolean;
};

/** Says each change of the link when it is due, and the battery whenever its percentage has changed. */
function createLinkTeller(
  faults: readonly Fault[],
  subscriber: Subscriber<SensorSignal>,
): LinkTeller {
  const course = linkCourse(faults);
  let cursor = 0;
  let current: Link = { status: 'searching' };

  function say(link: Link): void {
    current = link;
    subscriber.next({ type: 'link', link });
  }

  return {
    tell(atMs) {
      const change = course[cursor];
      if (change !== undefined && change.atMs <= atMs) {
        cursor += 1;
        say(change.link);
      } else if (current.status === 'connected') {
        const now = connected(faults, atMs);
        if (now.batteryPercent !== current.batteryPercent) say(now);
      }
    },
    nextMs: () => course[cursor]?.atMs ?? Infinity,
    isConnected: () => current.status === 'connected',
  };
}

function received(bytes: Uint8Array): SensorSignal {
  const measurement = decodeHeartRateMeasurement(bytes);
  return measurement === undefined
    ? { type: 'malformed', bytes }
    : { type: 'measurement', measurement };
}
