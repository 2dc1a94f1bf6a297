import type { Fact, Outcome } from '../session/facts.ts';

export type Stop = Outcome | 'paused' | 'held' | 'interrupted';

/** A stretch of an exercise without a stop, and what stopped it; `interrupted` where the journal ends in it. */
export type Bout = {
  readonly stepIndex: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly stop: Stop;
};

/** The bouts of a session in order: parted by pauses, holds and the ends of exercises; none of them empty. */
export function bouts(facts: readonly Fact[], endMs: number): Bout[] {
  const done: Bout[] = [];
  let stepIndex: number | undefined;
  let startMs: number | undefined;
  const standing = new Set<'paused' | 'held'>();

  const stop = (atMs: number, by: Stop): void => {
    if (stepIndex !== undefined && startMs !== undefined && atMs > startMs) {
      done.push({ stepIndex, startMs, endMs: atMs, stop: by });
    }
    startMs = undefined;
  };
  const go = (atMs: number): void => {
    if (stepIndex !== undefined && standing.size === 0) startMs ??= atMs;
  };

  for (const fact of facts) {
    switch (fact.type) {
      case 'exercise-began':
        stop(fact.atMs, 'interrupted');
        stepIndex = fact.stepIndex;
        go(fact.atMs);
        break;
      case 'exercise-ended':
        stop(fact.atMs, fact.outcome);
        stepIndex = undefined;
        break;
      case 'paused':
      case 'slept':
      case 'held': {
        const by = fact.type === 'held' ? 'held' : 'paused';
        standing.add(by);
        stop(fact.atMs, by);
        break;
      }
      case 'resumed':
      case 'hold-ended':
        standing.delete(fact.type === 'resumed' ? 'paused' : 'held');
        go(fact.atMs);
        break;
    }
  }
  stop(endMs, 'interrupted');
  return done;
}
