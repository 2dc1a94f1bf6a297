import { BehaviorSubject, Subject, VirtualTimeScheduler } from 'rxjs';
import type { Fault } from '../devices/simulator/fault.ts';
import type { Person } from '../devices/simulator/persons.ts';
import { simulateStrap } from '../devices/simulator/simulate-strap.ts';
import { effortOf, isUpright } from '../src/commands/effort.ts';
import { conduct } from '../src/controller.ts';
import { bellFor } from '../src/cues/bell.ts';
import type { EndReason, Fact, Key } from '../src/session/facts.ts';
import type { SessionHeader } from '../src/session/header.ts';
import { ready, type SessionState } from '../src/session/state.ts';
import type { Turn } from '../src/session/turn.ts';
import { timeLeftMs } from '../src/ui/time-left.ts';

/** What a simulated session came to. */
export type Outcome = {
  readonly reason: EndReason;
  readonly overStops: number;
  readonly skipped: number;
  readonly dropped: number;
  readonly exerciseMs: number;
  readonly cautionMs: number;
  readonly sounds: number;
  readonly lengthMs: number;
  readonly plannedMs: number;
};

type Wearer = { readonly person: Person; readonly seed: number; readonly faults: readonly Fault[] };

/** One session at the speed of the machine; `stands` is whether the person goes on where standing work needs a key. */
export function cohortSession(header: SessionHeader, wearer: Wearer, stands: boolean): Outcome {
  const scheduler = new VirtualTimeScheduler();
  const effort$ = new BehaviorSubject(0);
  const upright$ = new BehaviorSubject(false);
  const keys$ = new Subject<Key>();
  const tally = createTally(header);
  const sensor = simulateStrap({ ...wearer, effort$, upright$, scheduler });
  const turns$ = conduct({ header, sensor, keys$, scheduler, tickMs: 1000 });
  turns$.subscribe((turn) => {
    tally.take(turn);
    effort$.next(effortOf(turn.state));
    upright$.next(isUpright(turn.state));
    const asks = turn.facts.some((fact) => fact.type === 'standing-asked');
    if (asks && stands) scheduler.schedule(() => keys$.next('stand-anyway'), 5000);
  });
  scheduler.flush();
  return tally.outcome();
}

const endedBy = (facts: readonly Fact[], outcome: 'skipped' | 'dropped'): number =>
  facts.filter((fact) => fact.type === 'exercise-ended' && fact.outcome === outcome).length;

function createTally(header: SessionHeader) {
  let last: SessionState = ready(header);
  let [exerciseMs, cautionMs, sounds, overStops] = [0, 0, 0, 0];
  const ended = { skipped: 0, dropped: 0 };
  const plannedMs = timeLeftMs(last, 0) ?? 0;

  function take({ facts, state }: Turn): void {
    if (last.phase.name === 'exercise' && last.clock.runningSinceMs !== undefined) {
      exerciseMs += state.atMs - last.atMs;
      if (last.guard.caution !== undefined) cautionMs += state.atMs - last.atMs;
    }
    if (bellFor(facts) !== '') sounds += 1;
    overStops += facts.filter((fact) => fact.type === 'over-stop-counted').length;
    ended.skipped += endedBy(facts, 'skipped');
    ended.dropped += endedBy(facts, 'dropped');
    last = state;
  }

  function outcome(): Outcome {
    if (last.phase.name !== 'ended') throw new Error('A session of the cohort has not ended.');
    const { reason } = last.phase;
    const lengthMs = last.atMs;
    return {
      reason,
      overStops,
      ...ended,
      exerciseMs,
      cautionMs,
      sounds,
      lengthMs,
      plannedMs,
    };
  }
  return { take, outcome };
}
