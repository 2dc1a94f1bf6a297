import { clockTime } from '../review/clock-time.ts';

export type WorkProgress = {
  readonly show: (done: number, all: number) => void;
  /** Takes the bar off the screen again. */
  readonly clear: () => void;
};

const silentForMs = 1000;
const everyMs = 100;
const cells = 20;

/** Where words about a command's work go. */
export type Stderr = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
};

/** Of Node's own from the start, where `performance` is loaded when it is first asked. */
const evenlyMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/**
 * What is under way and when it will be done, on one line of a terminal; only of what takes longer than a second, and
 * nothing at all where stderr is no terminal. `nowMs` is a clock that runs evenly.
 */
export function workProgress(
  terminal: Stderr,
  title: string,
  nowMs: () => number = evenlyMs,
): WorkProgress {
  const beganMs = nowMs();
  let drawnMs: number | undefined;
  return {
    show: (done, all) => {
      const atMs = nowMs();
      const tookMs = atMs - beganMs;
      if (terminal.isTTY !== true || tookMs < silentForMs || all <= 0) return;
      if (drawnMs !== undefined && atMs - drawnMs < everyMs) return;
      drawnMs = atMs;
      const share = Math.min(1, done / all);
      const text = `${title} ${barText(share)} ${etaText(tookMs, share)}`;
      terminal.write(`\r${text.slice(0, Math.max(1, (terminal.columns ?? 80) - 1))}\u001b[K`);
    },
    clear: () => {
      if (drawnMs !== undefined) terminal.write('\r\u001b[K');
    },
  };
}

function barText(share: number): string {
  const full = Math.floor(share * cells);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(full)}${'.'.repeat(cells - full)}] ${percent} %`;
}

function etaText(tookMs: number, share: number): string {
  if (share <= 0) return '';
  return `${clockTime(Math.ceil((tookMs / share - tookMs) / 1000))} left`;
}
