import { type Html, html } from './html.ts';

/** Where a chart stands: time from left to right as a share of the width, bpm (or another unit) from low to high in px. */
export type Frame = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly low: number;
  readonly high: number;
  readonly topPx: number;
  readonly heightPx: number;
};

/** Widths are shares, so that a chart is as wide as its page and its texts keep their size; `12.5%`. */
export const percent = (share: number): string => `${Math.round(share * 1e5) / 1e3}%`;

export const shareAt = ({ fromMs, toMs }: Frame, atMs: number): number =>
  Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)));

export const xAt = (frame: Frame, atMs: number): string => percent(shareAt(frame, atMs));

export const widthOf = (frame: Frame, startMs: number, endMs: number): string =>
  percent(shareAt(frame, endMs) - shareAt(frame, startMs));

/** In px from the top of the drawing, to a tenth. */
export const yAt = ({ low, high, topPx, heightPx }: Frame, value: number): number =>
  Math.round((topPx + ((high - value) / (high - low)) * heightPx) * 10) / 10;

/** Round bounds around all values, and where lines are drawn between them; at least two steps. */
export function valueScale(values: readonly number[]): {
  low: number;
  high: number;
  ticks: number[];
} {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const step = stepFor(most - least);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + 2 * step);
  const ticks = Array.from(
    { length: Math.round((high - low) / step) + 1 },
    (_, i) => low + i * step,
  );
  return { low, high, ticks };
}

const valueSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 20_000] as const;
const stepFor = (span: number): number =>
  valueSteps.find((step) => span / step <= 6) ?? Math.max(20_000, span / 6);

const timeStepsS = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800] as const;

/** Round moments from 0 to `endMs`, at most seven of them. */
export function timeTicksMs(endMs: number): number[] {
  const stepMs = (timeStepsS.find((stepS) => endMs / (stepS * 1000) <= 6) ?? endMs / 6000) * 1000;
  return Array.from({ length: Math.floor(endMs / stepMs) + 1 }, (_, index) => index * stepMs);
}

/** A picture with a name and a description, for those who do not see it; `id` is unique in the page. */
export const picture = (
  id: string,
  title: string,
  description: string,
  heightPx: number,
  content: Html,
): Html => html`
<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" width="100%" height="${heightPx}">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${description}</desc>
${content}
</svg>`;
