import type { TrustedSpan } from '../trusted-pulse.ts';
import { type Frame, shareAt, yAt } from './chart-frame.ts';
import { type Html, html } from './html.ts';

const viewWidth = 1000;
/** More points than the widest page has dots are thinned to the first, lowest, highest and last of each column. */
const columns = 700;

/** The trusted pulse as a line that breaks where it was not known. */
export function pulsePath(pulse: readonly TrustedSpan[], frame: Frame): Html {
  const bottomPx = frame.topPx + frame.heightPx;
  const path = runs(pulse).flatMap((run) => runPath(thinned(run, frame), frame));
  return html`<svg width="100%" height="${bottomPx}" viewBox="0 0 ${viewWidth} ${bottomPx}" preserveAspectRatio="none"><path class="curve" d="${path}"/></svg>`;
}

function runs(pulse: readonly TrustedSpan[]): TrustedSpan[][] {
  const found: TrustedSpan[][] = [];
  let endMs = Number.NaN;
  for (const span of pulse) {
    if (span.startMs === endMs) found.at(-1)?.push(span);
    else found.push([span]);
    endMs = span.endMs;
  }
  return found;
}

function thinned(run: readonly TrustedSpan[], frame: Frame): readonly TrustedSpan[] {
  if (run.length <= columns * 2) return run;
  const kept: TrustedSpan[] = [];
  let column: TrustedSpan[] = [];
  let at = -1;
  const flush = (): void => {
    const [first] = column;
    if (first === undefined) return;
    const low = column.reduce((a, b) => (b.bpm < a.bpm ? b : a));
    const high = column.reduce((a, b) => (b.bpm > a.bpm ? b : a));
    const chosen = new Set([first, low, high, column.at(-1) ?? first]);
    kept.push(...[...chosen].sort((a, b) => a.startMs - b.startMs));
    column = [];
  };
  for (const span of run) {
    const next = Math.floor(shareAt(frame, span.startMs) * columns);
    if (next !== at) flush();
    at = next;
    column.push(span);
  }
  flush();
  return kept;
}

/** The commands of a path, one a text: a text is cut where it is too long to be a name or a note. */
function runPath(run: readonly TrustedSpan[], frame: Frame): string[] {
  const x = (atMs: number): number => Math.round(shareAt(frame, atMs) * viewWidth * 100) / 100;
  const points = run.map(({ startMs, bpm }) => `${x(startMs)} ${yAt(frame, bpm)}`);
  const last = run.at(-1);
  if (last !== undefined) points.push(`${x(last.endMs)} ${yAt(frame, last.bpm)}`);
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point}`);
}
