import { dayOf } from '../local-day.ts';
import type { WeekFigure } from '../trends/week-figure.ts';
import { isUnavailable } from '../unavailable.ts';
import { percent, picture, valueScale, yAt } from './chart-frame.ts';
import { type Html, html } from './html.ts';
import { numberText } from './number-words.ts';
import { shortDateText } from './time-words.ts';

type Trend = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly points: readonly WeekFigure[];
  /** Why there is nothing to draw, where there is nothing. */
  readonly whyNone: string;
  readonly note: string;
};

const topPx = 14;
const heightPx = 110;
const bottomPx = topPx + heightPx;
const mostLabels = 5;

/** One figure a week: a dot where it is known, a line between neighbours alone, and below how many sessions told it. */
export function trendChart({ id, title, unit, points, whyNone, note }: Trend): Html {
  const known = points.flatMap(({ value }) => (isUnavailable(value) ? [] : value));
  return html`<div class="keep">
<h3>${title}</h3>
${known.length === 0 ? html`<p class="none">Not known: ${whyNone}.</p>` : drawn(id, title, unit, points, known)}
<p class="quiet small">${note}</p>
</div>`;
}

function drawn(
  id: string,
  title: string,
  unit: string,
  points: readonly WeekFigure[],
  known: readonly number[],
): Html {
  const { ticks, low, high } = valueScale(known);
  const frame = { fromMs: 0, toMs: 1, topPx, heightPx, low, high };
  const x = (index: number): string => percent((index + 0.5) / points.length);
  const y = (value: number): number => yAt(frame, value);
  const lines = points.flatMap(({ value }, index) => {
    const before = points[index - 1]?.value;
    if (before === undefined || isUnavailable(value) || isUnavailable(before)) return [];
    return html`<line class="curve" x1="${x(index - 1)}" y1="${y(before)}" x2="${x(index)}" y2="${y(value)}"/>`;
  });
  const dots = points.flatMap(({ value }, index) =>
    isUnavailable(value)
      ? []
      : html`<circle class="dot" cx="${x(index)}" cy="${y(value)}" r="3.5"/>`,
  );
  const every = Math.ceil(points.length / mostLabels);
  const last = points.length - 1;
  const date = dateIn(points);
  const weeks = points.map(({ monday, of }, index) => {
    const isLabelled = (last - index) % every === 0;
    return html`${isLabelled ? html`<text x="${x(index)}" y="${bottomPx + 17}" text-anchor="middle">${date(monday)}</text>` : undefined}
${isLabelled || points.length <= 12 ? html`<text class="strong" x="${x(index)}" y="${bottomPx + 34}" text-anchor="middle">${of === 0 ? '–' : of}</text>` : undefined}`;
  });
  return html`<div class="plot">${picture(
    id,
    title,
    description(points, unit),
    bottomPx + 38,
    html`
${ticks.map((value) => html`<line class="line" x1="0" x2="100%" y1="${y(value)}" y2="${y(value)}"/><text x="-8" y="${y(value) + 4}" text-anchor="end">${numberText(value)}</text>`)}
${lines}${dots}${weeks}`,
  )}</div>`;
}

/** Where the same day of a month comes twice, with its year. */
const dateIn =
  (points: readonly WeekFigure[]) =>
  (monday: string): string =>
    shortDateText(dayOf(monday), points.length > 52);

const description = (points: readonly WeekFigure[], unit: string): string =>
  points
    .map(({ monday, value, of }) => {
      const week = `week of ${dateIn(points)(monday)}`;
      return isUnavailable(value)
        ? `${week}: not known`
        : `${week}: ${numberText(value)} ${unit} of ${of}`;
    })
    .join('; ');
