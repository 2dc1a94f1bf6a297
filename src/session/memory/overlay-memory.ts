import type { FactOf } from '../facts.ts';
import type { Alarm, Guard, SessionState } from '../state.ts';

type OverlayFact = FactOf<
  | 'held'
  | 'hold-countdown-began'
  | 'hold-ended'
  | 'paused'
  | 'slept'
  | 'resumed'
  | 'discomfort-reported'
  | 'discomfort-explained'
  | 'end-asked'
  | 'end-withdrawn'
  | 'end-confirmed'
>;

export function rememberOverlay(state: SessionState, fact: OverlayFact): SessionState {
  const { hold } = state;
  switch (fact.type) {
    case 'held':
      return {
        ...state,
        hold: { reason: fact.reason, sinceMs: hold?.sinceMs ?? fact.atMs, trustedMeasurements: 0 },
      };
    case 'hold-countdown-began': {
      const countdown = { sinceMs: fact.atMs, lengthMs: fact.lengthMs };
      return hold === undefined ? state : { ...state, hold: { ...hold, countdown } };
    }
    case 'hold-ended':
      return without(state, 'hold');
    case 'paused':
      return { ...state, paused: { sinceMs: fact.atMs } };
    case 'slept':
      return {
        ...state,
        paused: state.paused ?? { sinceMs: fact.atMs },
        cutOffMs: fact.atMs,
        guard: silentUntil(state.guard, fact.untilMs),
      };
    case 'resumed': {
      const free = without(state, 'paused');
      return hold === undefined ? free : { ...free, hold: { ...hold, sinceMs: fact.atMs } };
    }
    case 'discomfort-reported':
      return { ...state, discomfort: { atMs: fact.atMs }, windUp: 'discomfort' };
    case 'discomfort-explained':
      return {
        ...state,
        discomfort: { atMs: state.discomfort?.atMs ?? fact.atMs, reason: fact.reason },
      };
    case 'end-asked':
      return { ...state, endAskedMs: fact.atMs };
    case 'end-withdrawn':
      return without(state, 'endAskedMs');
    case 'end-confirmed':
      return { ...without(state, 'endAskedMs'), windUp: state.windUp ?? 'ended-by-user' };
  }
}

/** Nobody heard a warning in the sleep; what is on sounds when it ends. */
function silentUntil({ caution, over, ...guard }: Guard, untilMs: number): Guard {
  const silenced = (alarm: Alarm): Alarm => ({
    ...alarm,
    silentUntilMs: Math.max(alarm.silentUntilMs ?? 0, untilMs),
  });
  return {
    ...guard,
    ...(caution && { caution: silenced(caution) }),
    ...(over && { over: silenced(over) }),
  };
}

function without(state: SessionState, key: 'hold' | 'paused' | 'endAskedMs'): SessionState {
  const { [key]: _left, ...rest } = state;
  return rest;
}
