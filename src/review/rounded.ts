/** A time in seconds, to the millisecond. */
export const seconds = (ms: number): number => Math.round(ms) / 1000;

/** To a tenth: finer than a heart or a strap can tell. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;
