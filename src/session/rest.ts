import { earliest } from './earliest.ts';
import type { Fact } from './facts.ts';
import { hasComeDown } from './pulse-mean.ts';
import type { Phase, SessionState } from './state.ts';
import { coolDown, getReady } from './steps.ts';
import { reachesAtMs } from './stopwatch.ts';
import { isUnguarded } from './unguarded.ts';

type Rest = Extract<Phase, { name: 'rest' }>;

/** A rest lasts its time, then, where there is a pulse, until it is down; when it does not come down there are offers, then the cool-down. */
export function restDue(state: SessionState, phase: Rest): Fact | undefined {
  return earliest([rested(state, phase), offerDue(state, phase)]);
}

function rested(state: SessionState, phase: Rest): Fact | undefined {
  const atMs = reachesAtMs(state.clock, phase.lengthMs);
  if (atMs === undefined) return undefined;
  if (isUnguarded(state)) return getReady(state, phase.stepIndex, atMs);
  const isDown = state.guard.over === undefined && hasComeDown(state, phase.belowBpm);
  return isDown ? getReady(state, phase.stepIndex, atMs) : undefined;
}

function offerDue(state: SessionState, phase: Rest): Fact | undefined {
  const { restOfferAfterS, restOffers } = state.header.rules;
  const offer = phase.offers + 1;
  const atMs = reachesAtMs(state.clock, phase.waitFromMs + offer * restOfferAfterS * 1000);
  if (atMs === undefined) return undefined;
  return offer > restOffers
    ? coolDown(state, 'rest-unanswered', atMs)
    : { type: 'rest-offered', atMs, offer };
}
