import type { SessionFigures } from '../review/session-figures.ts';

/** The figures of a session, and how many lines of its journal are damaged. */
export type ListedSession = SessionFigures & { readonly damagedLines: number };

/** To be raised whenever these figures say other things of the same session. */
export const catalogueVersion = 3;
