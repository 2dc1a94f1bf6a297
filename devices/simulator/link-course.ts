import type { Link } from '../heart-rate-sensor.ts';
import type { Fault } from './fault.ts';

/** What the simulator calls itself on every link. */
const STRAP_NAME = 'Simulated strap';

const CONNECTING_AT_MS = 300;
const CONNECTED_AT_MS = 700;
const RECONNECT_MS = 400;
const FULL_BATTERY_PERCENT = 90;
const BATTERY_FALL_MS = 10_000;

/** How the link stands from `atMs` on. */
export type LinkChange = { readonly atMs: number; readonly link: Link };

/** The link's whole course: found, connected, and lost and found again for each dropout. Ascending in time. */
export function linkCourse(faults: readonly Fault[]): readonly LinkChange[] {
  const connecting: Link = { status: 'connecting', name: STRAP_NAME };
  const dropouts = merged(faults.filter((fault) => fault.kind === 'dropout'));
  let course: LinkChange[] = [
    { atMs: 0, link: { status: 'searching' } },
    { atMs: CONNECTING_AT_MS, link: connecting },
    { atMs: CONNECTED_AT_MS, link: connected(faults, CONNECTED_AT_MS) },
  ];
  for (const { fromMs, untilMs } of dropouts) {
    const foundMs = untilMs + RECONNECT_MS;
    course = [
      ...course.filter((change) => change.atMs < fromMs),
      { atMs: fromMs, link: { status: 'lost', reason: 'simulated dropout' } },
    ];
    if (untilMs === Infinity) break;
    course.push({ atMs: untilMs, link: connecting });
    course.push({ atMs: foundMs, link: connected(faults, foundMs) });
  }
  return course;
}

/** Connected, with the battery as full as it then is: one percent less for every 10 s of its fault, never under 1. */
export function connected(
  faults: readonly Fault[],
  atMs: number,
): Extract<Link, { status: 'connected' }> {
  const fallingMs = merged(faults.filter((fault) => fault.kind === 'battery')).reduce(
    (sumMs, { fromMs, untilMs }) => sumMs + Math.max(0, Math.min(atMs, untilMs) - fromMs),
    0,
  );
  const batteryPercent = Math.max(
    1,
    FULL_BATTERY_PERCENT - Math.floor(fallingMs / BATTERY_FALL_MS),
  );
  return { status: 'connected', name: STRAP_NAME, batteryPercent, bodyLocation: 'chest' };
}

type Span = { readonly fromMs: number; readonly untilMs: number };

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last !== undefined && span.fromMs <= last.untilMs) {
      const untilMs = Math.max(last.untilMs, span.untilMs);
      result[result.length - 1] = { fromMs: last.fromMs, untilMs };
    } else result.push({ fromMs: span.fromMs, untilMs: span.untilMs });
  }
  return result;
}
