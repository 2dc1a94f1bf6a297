import { visible } from './visible.ts';

/** One line of JSON; controls, bidi marks and the like are escaped, so that it may be printed on a terminal. */
export const jsonLine = (value: unknown): string => `${visible(JSON.stringify(value))}\n`;
