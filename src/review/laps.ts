import type { Fact, FactOf, Outcome } from '../session/facts.ts';
import type { Bout, Stop } from './bouts.ts';

/** Why an exercise stood still within its lap, from when to when. */
type Interruption = {
  readonly startMs: number;
  readonly endMs: number;
  readonly reason: Stop;
};

/** One step as it was done, its interruptions included. */
export type Lap = {
  readonly stepIndex: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly outcome: Outcome | 'interrupted';
  readonly interruptions: readonly Interruption[];
};

type Frame = Omit<Lap, 'interruptions'>;

/** One lap a step, from its first `exercise-began` to its last `exercise-ended`; what was never begun has none. */
export function laps(facts: readonly Fact[], bouts: readonly Bout[], endMs: number): Lap[] {
  let next = 0;
  return frames(facts, endMs).map((frame) => {
    const from = next;
    while ((bouts[next]?.endMs ?? Number.POSITIVE_INFINITY) <= frame.endMs) next += 1;
    return { ...frame, interruptions: interruptions(frame, bouts.slice(from, next)) };
  });
}

function frames(facts: readonly Fact[], endMs: number): Frame[] {
  const found: Frame[] = [];
  for (const fact of facts) {
    if (fact.type === 'exercise-began') begin(found, fact, endMs);
    else if (fact.type === 'exercise-ended') end(found, fact);
  }
  return found;
}

function begin(found: Frame[], { stepIndex, atMs }: FactOf<'exercise-began'>, endMs: number): void {
  const last = found.at(-1);
  const running = { stepIndex, endMs, outcome: 'interrupted' } as const;
  if (last?.stepIndex === stepIndex && !isFinal(last)) {
    found[found.length - 1] = { ...last, ...running };
    return;
  }
  if (last !== undefined) found[found.length - 1] = { ...last, endMs: Math.min(last.endMs, atMs) };
  found.push({ ...running, startMs: atMs });
}

function end(found: Frame[], { stepIndex, atMs, outcome }: FactOf<'exercise-ended'>): void {
  const last = found.at(-1);
  if (last === undefined || last.stepIndex !== stepIndex || isFinal(last)) return;
  found[found.length - 1] = { ...last, endMs: atMs, outcome };
}

/** After `caution` and `over` an exercise goes on later. */
const isFinal = ({ outcome }: Frame): boolean =>
  outcome !== 'caution' && outcome !== 'over' && outcome !== 'interrupted';

function interruptions(frame: Frame, bouts: readonly Bout[]): Interruption[] {
  return bouts
    .map((bout, index) => ({
      startMs: bout.endMs,
      endMs: bouts[index + 1]?.startMs ?? frame.endMs,
      reason: bout.stop,
    }))
    .filter(({ startMs, endMs }) => endMs > startMs);
}
