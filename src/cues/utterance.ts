import type { Fact } from '../session/facts.ts';
import type { CueVolume, Telling } from './telling.ts';

/** What a voice is to say, and how much it matters: a lesser rank never cuts a higher one that is a warning. */
export type Utterance = {
  readonly text: string;
  readonly rank: number;
  /** The last words of a session, which may outlast it. */
  readonly isFarewell?: boolean;
};

const ranks: Record<Telling['kind'], number> = {
  over: 3,
  warning: 2,
  step: 1,
  count: 0,
  shown: -1,
};
export const leastWarningRank = ranks.warning;

/** The least rank that each volume lets through. */
const leastRanks: Record<CueVolume, number> = {
  none: Number.POSITIVE_INFINITY,
  warnings: ranks.warning,
  steps: ranks.step,
  all: ranks.count,
};

/** Whether the session has come to an end of its own with this turn. */
export const isFarewell = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.type === 'session-ended' && fact.reason !== 'stopped');

/** The tellings of a turn as one utterance; undefined where nothing is to be said. Muted, entering over is said still. */
export function utteranceOf(
  told: readonly Telling[],
  { volume, muted }: { readonly volume: CueVolume; readonly muted: boolean },
): Utterance | undefined {
  const said = told.filter(
    ({ kind }) => ranks[kind] >= leastRanks[volume] && (!muted || kind === 'over'),
  );
  if (said.length === 0) return undefined;
  return {
    text: said.map(({ text }) => text).join(' '),
    rank: Math.max(...said.map(({ kind }) => ranks[kind])),
  };
}

/** Whether a warning that is being spoken has lost its cause, or was acknowledged (A4, A5). */
export const endsWarning = (facts: readonly Fact[]): boolean =>
  facts.some(({ type }) => type === 'warning-acknowledged' || type === 'warning-cleared');
