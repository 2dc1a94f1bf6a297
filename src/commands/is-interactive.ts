import type { Io } from './io.ts';

/** Whether somebody can be asked: a terminal on both sides that can move its cursor. */
export const isInteractive = ({ stdin, stdout, env }: Io): boolean =>
  stdin.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb' && !env.CI;
