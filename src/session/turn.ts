import type { Fact } from './facts.ts';
import type { Input } from './input.ts';
import type { SessionState } from './state.ts';

/** One input, what it brought about, and the session after it. Journal, screen and cues all live on turns. */
export type Turn = {
  readonly atMs: number;
  readonly input: Input;
  readonly facts: readonly Fact[];
  readonly state: SessionState;
};
