import type { Fact } from './facts.ts';
import { guardDue } from './guard.ts';
import { overlayDue } from './overlay.ts';
import { pacingDue } from './pacing.ts';
import type { SessionState } from './state.ts';
import { trustDue } from './trust.ts';

/** Signal before guard before overlays before pacing, where several fall due at one moment. */
const rules = [trustDue, guardDue, overlayDue, pacingDue];

const answers = new WeakMap<SessionState, { readonly due: Fact | undefined }>();

/** The next fact that time alone, or what is already known, brings about; dated when it falls due, never in the past. */
export function nextDue(state: SessionState): Fact | undefined {
  // A state is asked several times, by its own turn and the next, and never changes.
  const known = answers.get(state);
  if (known !== undefined) return known.due;
  const due = firstDue(state);
  answers.set(state, { due });
  return due;
}

function firstDue(state: SessionState): Fact | undefined {
  if (state.phase.name === 'ended') return undefined;
  let next: Fact | undefined;
  for (const rule of rules) {
    const due = rule(state);
    if (due === undefined) continue;
    const atMs = Math.ceil(Math.max(due.atMs, state.atMs));
    if (next === undefined || atMs < next.atMs) next = { ...due, atMs };
  }
  return next;
}
