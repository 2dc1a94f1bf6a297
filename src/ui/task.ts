import type { Breath } from './breathing-guide.ts';

/** What the person is to do now, in the words and numbers of the screen. */
export type Task = {
  /** `do` for exercises, `calm` for rests, `stop` where something is wrong or stopped. */
  readonly mood: 'do' | 'calm' | 'stop';
  readonly title: string;
  /** Where in the routine: `3 of 9`. */
  readonly place?: string;
  /** The number to follow, drawn big: a count or `0:42`; digits and `:` alone. */
  readonly big?: string;
  /** What the number counts: `of 8 · left side`. */
  readonly unit: string;
  readonly lines: readonly string[];
  /** How many of the first lines stand still where not all fit and the others take turns. */
  readonly steady?: number;
  /** Where there is hardly any room its words come before large digits. */
  readonly isToRead?: boolean;
  readonly breath?: Breath;
  /** How far the present rep is (0–1), for the eye to follow. */
  readonly beat?: number;
};
