import {
  BehaviorSubject,
  concat,
  concatMap,
  defer,
  distinctUntilChanged,
  EMPTY,
  interval,
  map,
  merge,
  type Observable,
  of,
  type SchedulerLike,
  scan,
  switchMap,
  takeWhile,
  tap,
  timer,
} from 'rxjs';
import type { HeartRateSensor } from '../devices/heart-rate-sensor.ts';
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
  /** The wall clock in ms, where real time passes: by it a suspended machine is noticed. */
  readonly wallNow?: (() => number) | undefined;
  /** Where an interrupted session goes on from; absent for a new one. */
  readonly resumed?: Resumed | undefined;
};

/** A session as its last fact left it, and for how many ms nobody was there since. */
export type Resumed = { readonly state: SessionState; readonly gapMs: number };

type Unstamped = Input extends infer I ? (I extends Input ? Omit<I, 'atMs'> : never) : never;

/**
 * The one live stream: signals, keys and ticks are stamped once, judged one by one, and become turns. A tick comes the
 * moment something falls due, and now and then besides. Cold; time zero is the subscription; completes with the turn that
 * ends the session. A sensor's error is passed on.
 */
export function conduct({
  header,
  sensor,
  keys$,
  notes$ = EMPTY,
  scheduler,
  tickMs,
  wallNow,
  resumed,
}: Parts): Observable<Turn> {
  return defer(() => {
    const before = opening(header, resumed);
    const startMs = scheduler.now() - before.atMs - (resumed?.gapMs ?? 0);
    const sinceStartMs = (): number => Math.round(scheduler.now() - startMs);
    const stamp = stamping(wallNow);
    const dueMs$ = new BehaviorSubject<number | undefined>(undefined);
    const inputs$: Observable<Unstamped> = merge(
      concat(of(firstInput(resumed)), interval(tickMs, scheduler).pipe(map(() => tick))),
      dueMs$.pipe(
        distinctUntilChanged(),
        switchMap((dueMs) =>
          dueMs === undefined ? EMPTY : timer(Math.max(0, dueMs - sinceStartMs()), scheduler),
        ),
        map(() => tick),
      ),
      keys$.pipe(map((key) => ({ type: 'key' as const, key }))),
      notes$.pipe(map((text) => ({ type: 'note' as const, text }))),
      concat(
        sensor.pipe(map((signal) => ({ type: 'signal' as const, signal }))),
        of({ type: 'source-ended' as const }),
      ),
    );
    return inputs$.pipe(
      concatMap((input) => stamp(input, sinceStartMs())),
      scan((last: Turn, input) => turn(last, input), before),
      tap(({ state }) => dueMs$.next(nextDue(state)?.atMs)),
      takeWhile(({ state }) => state.phase.name !== 'ended', true),
    );
  });
}

const tick = { type: 'tick' } as const;

/** A session that goes on was asleep since its last fact: it pauses, and the gap is a gap (§7). */
const firstInput = (resumed: Resumed | undefined): Unstamped =>
  resumed === undefined ? tick : { type: 'slept', fromMs: resumed.state.atMs, wallAheadMs: 0 };

/** Stamps what comes in; where real time passes, a machine that was suspended is an input of its own before it. */
function stamping(
  wallNow: (() => number) | undefined,
): (input: Unstamped, atMs: number) => readonly Input[] {
  const sleptUntil = createSleepWatch();
  return (unstamped, atMs) => {
    const input = { ...unstamped, atMs } as Input;
    const sleep = wallNow && sleptUntil(atMs, wallNow());
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
  return { atMs, input, ...decide(before.state, { ...input, atMs }) };
}
