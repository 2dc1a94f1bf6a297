import {
  concat,
  concatMap,
  defer,
  EMPTY,
  map,
  merge,
  type Observable,
  of,
  type SchedulerLike,
  scan,
  takeWhile,
  tap,
} from 'rxjs';
import type { HeartRateSensor } from '../devices/heart-rate-sensor.ts';
import { looks } from './controller-looks.ts';
import { createSleepWatch } from './controller-sleep.ts';
import { decide } from './session/decide.ts';
import { nextDue } from './session/due.ts';
import type { Key } from './session/facts.ts';
import type { SessionHeader } from './session/header.ts';
import type { Input } from './session/input.ts';
import { ready, type SessionState } from './session/state.ts';
import type { Turn } from './session/turn.ts';

export type Parts = {
  readonly header: SessionHeader;
  readonly sensor: HeartRateSensor;
  readonly keys$: Observable<Key>;
  /** What the person wrote, 1 to 2000 characters without controls. */
  readonly notes$?: Observable<string>;
  readonly scheduler: SchedulerLike;
  /** How often to look though nothing fell due, in session time. */
  readonly tickMs: number;
  /** Milliseconds since the machine began, suspended ones counted: by it a suspended machine is noticed. */
  readonly bootNow?: (() => number) | undefined;
  /** The scheduler's time at which the header's wall clock, or the gap of a resumed session, was read; else its start. */
  readonly begunMs?: number | undefined;
  /** Where an interrupted session goes on from; absent for a new one. */
  readonly resumed?: Resumed | undefined;
};

/** A session as its last fact left it, and for how many ms nobody was there since. */
export type Resumed = { readonly state: SessionState; readonly gapMs: number };

/**
 * The one live stream: signals, keys and ticks are stamped once, judged one by one, and become turns. A tick comes the
 * moment something falls due, and now and then besides. Cold; time zero is `begunMs`, else the subscription; completes with the turn that
 * ends the session. A sensor's error is passed on.
 */
export function conduct({
  header,
  sensor,
  keys$,
  notes$ = EMPTY,
  scheduler,
  tickMs,
  bootNow,
  begunMs,
  resumed,
}: Parts): Observable<Turn> {
  return defer(() => {
    const before = opening(header, resumed);
    const startMs = (begunMs ?? scheduler.now()) - before.atMs - (resumed?.gapMs ?? 0);
    const sinceStartMs = (): number => Math.round(scheduler.now() - startMs);
    const { look$, expect } = looks(scheduler, tickMs);
    const inputs$: Observable<Input> = merge(
      look$.pipe(map((_, index) => look(index === 0 ? resumed : undefined, sinceStartMs()))),
      keys$.pipe(map((key) => ({ type: 'key' as const, atMs: sinceStartMs(), key }))),
      notes$.pipe(map((text) => ({ type: 'note' as const, atMs: sinceStartMs(), text }))),
      concat(
        sensor.pipe(map((signal) => ({ type: 'signal' as const, atMs: sinceStartMs(), signal }))),
        defer(() => of({ type: 'source-ended' as const, atMs: sinceStartMs() })),
      ),
    );
    return (bootNow === undefined ? inputs$ : inputs$.pipe(concatMap(withSleep(bootNow)))).pipe(
      scan((last: Turn, input) => turn(last, input), before),
      tap(({ state }) => {
        const due = nextDue(state);
        expect(due && startMs + due.atMs);
      }),
      takeWhile(({ state }) => state.phase.name !== 'ended', true),
    );
  });
}

/** The first look at a session that goes on: it was asleep since its last fact, so it pauses, and the gap is a gap (§7). */
const look = (resumed: Resumed | undefined, atMs: number): Input =>
  resumed === undefined
    ? { type: 'tick', atMs }
    : { type: 'slept', atMs, fromMs: resumed.state.atMs, wallAheadMs: 0 };

/** Where real time passes, a machine that was suspended is an input of its own, before the one that came then. */
function withSleep(bootNow: () => number): (input: Input) => readonly Input[] {
  const sleptUntil = createSleepWatch();
  return (input) => {
    const { atMs } = input;
    const sleep = sleptUntil(atMs, bootNow());
    return sleep === undefined ? [input] : [{ type: 'slept', atMs, ...sleep }, input];
  };
}

function opening(header: SessionHeader, resumed: Resumed | undefined): Turn {
  const state = resumed?.state ?? ready(header);
  const { atMs } = state;
  return { atMs, input: { type: 'tick', atMs }, facts: [], state };
}

function turn(before: Turn, input: Input): Turn {
  const atMs = Math.max(before.atMs, input.atMs);
  const { facts, state } = decide(before.state, atMs === input.atMs ? input : { ...input, atMs });
  return { atMs, input, facts, state };
}
