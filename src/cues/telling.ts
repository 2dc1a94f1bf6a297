/** How much is spoken: nothing; the pulse and its signal; the steps as well; counts, holds and breaths too. */
export const cueVolumes = ['none', 'warnings', 'steps', 'all'] as const;
export type CueVolume = (typeof cueVolumes)[number];

/**
 * Something to be told in words. `over` is the entry into over, which nothing mutes; `shown` is written where lines are
 * read and never spoken.
 */
export type Telling = {
  readonly kind: 'over' | 'warning' | 'step' | 'count' | 'shown';
  /** Spoken, and written. */
  readonly text: string;
  /** Sentences that are written after it, and too long to be spoken. */
  readonly more?: readonly string[];
};
