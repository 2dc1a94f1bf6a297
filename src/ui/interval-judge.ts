import { isNear } from '../session/rmssd.ts';

export type JudgedInterval = {
  readonly rrMs: number;
  readonly isSound: boolean;
  /** To the sound interval before it. */
  readonly differenceMs?: number;
};

const shortestMs = 250;
const longestMs = 2200;
/** So many that differ from the last sound one, and agree, are a pulse that has changed. */
const changedAfter = 3;

/** Judges RR intervals (ms) one by one as they come; after `part` the next one stands for itself. */
export function createIntervalJudge() {
  let reference: number | undefined;
  let before: number | undefined;
  let doubted: number[] = [];

  return {
    judge: (rrMs: number): JudgedInterval => {
      const isInterval = rrMs >= shortestMs && rrMs <= longestMs;
      const isSound = isInterval && (reference === undefined || isNear(rrMs, reference));
      if (isSound) {
        const since = before;
        [reference, before, doubted] = [rrMs, rrMs, []];
        return { rrMs, isSound, ...(since !== undefined && { differenceMs: rrMs - since }) };
      }
      before = undefined;
      const last = doubted.at(-1);
      const agrees = isInterval && (last === undefined || isNear(rrMs, last));
      doubted = agrees ? [...doubted, rrMs] : isInterval ? [rrMs] : [];
      if (doubted.length >= changedAfter) [reference, doubted] = [rrMs, []];
      return { rrMs, isSound };
    },
    part: (): void => {
      reference = undefined;
      before = undefined;
      doubted = [];
    },
  };
}
