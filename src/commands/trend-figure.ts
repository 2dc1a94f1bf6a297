import type { WeekFigure } from '../review/trends/week-figure.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { cellWidth, cutToWidth } from '../ui/cell-width.ts';
import { asciiGlyphs, type Glyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import { sparkline } from '../ui/sparkline.ts';
import { hanging } from './hanging.ts';
import { type Line, line, wrapped } from './log-lines.ts';
import type { Drawing } from './log-output.ts';

/** What figures are drawn on: how wide, how many weeks, in which signs. */
export type Paper = {
  readonly width: number;
  readonly labelColumns: number;
  /** The newest weeks that there is room for. */
  readonly weeks: number;
  readonly dots: Glyphs['dots'];
  readonly spelt: (text: string) => string;
};

const wideFrom = 64;

export function paperFor({ width, unicode = true }: Drawing, weeks: number): Paper {
  const labelColumns = width >= wideFrom ? 24 : 14;
  const room = Math.max(4, width - labelColumns - (width >= wideFrom ? 30 : 14));
  return {
    width,
    labelColumns,
    weeks: Math.min(weeks, room),
    dots: (unicode ? unicodeGlyphs : asciiGlyphs).dots,
    spelt: (text) =>
      unicode
        ? text
        : text.replaceAll('→', '>').replaceAll('·', '-').replaceAll('–', '-').replaceAll('●', 'x'),
  };
}

export const knownIn = (weeks: readonly WeekFigure[]): number[] =>
  weeks.flatMap(({ value }) => (isUnavailable(value) ? [] : [value]));

/** `label ▃▂▁  72 → 68 bpm · 41 mornings`; on a narrow paper what does not fit goes below. */
export function figure(
  { labelColumns, weeks, dots, spelt, width }: Paper,
  label: string,
  figures: readonly WeekFigure[],
  unit: string,
  what: string,
): Line[] {
  const known = knownIn(figures);
  const title = cutToWidth(label, labelColumns - 1).padEnd(labelColumns);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) {
    return wrapped(spelt(`${title}unavailable: nothing was measured`), width, 'quiet');
  }
  const bars = sparkline(
    figures.slice(-weeks).map(({ value }) => (isUnavailable(value) ? undefined : value)),
    dots,
  );
  const change = known.length === 1 ? `${last} ${unit}` : `${first} → ${last} ${unit}`;
  const of = figures.reduce((sum, each) => sum + each.of, 0);
  return pieces(`${title}${bars}`, spelt(change), spelt(`${of} ${what}`), width);
}

function pieces(left: string, change: string, coverage: string, width: number): Line[] {
  const whole = `${left}  ${change} · ${coverage}`;
  if (cellWidth(whole) <= width) {
    return [
      [
        { text: `${left}  ${change}`, role: 'plain' },
        { text: `  ${coverage}`, role: 'quiet' },
      ],
    ];
  }
  return [line(cutToWidth(left, width)), ...wrapped(`  ${change}, ${coverage}`, width, 'quiet')];
}

export const reason = (
  { labelColumns, spelt, width }: Paper,
  label: string,
  { unavailable }: Unavailable,
): Line[] =>
  hanging(label.padEnd(labelColumns), spelt(`unavailable: ${unavailable}`), width).map((row) =>
    line(row, 'quiet'),
  );
