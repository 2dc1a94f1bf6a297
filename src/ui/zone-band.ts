import { cellWidth, cutToWidth, fittingParts } from './cell-width.ts';
import { gauge, leastGaugeColumns } from './gauge.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';

/** The zone by word, shape, place and colour; the limits with where they come from; and why the guard says so. */
export const zoneBand = (
  model: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): readonly string[] => [
  ...barRows(model, look, layout, columns),
  ...(layout.gauge === 1 ? [gaugeRow(model, look, columns)] : []),
  ...(layout.why === 1 ? [whyRow(model, look, columns)] : []),
];

/** The figures of the beats stand at the right where the reason leaves them room. */
function whyRow({ why, beats = '' }: ScreenModel, { theme }: Look, columns: number): string {
  const room = columns - cellWidth(why) - 2;
  const [first = ''] = beats.split(separator);
  const figures = cellWidth(first) > room ? '' : fittingParts(beats, room);
  return rowText(columns, theme('plain', why), figures === '' ? '' : theme('quiet', figures));
}

const separator = ' · ';

/** A bar of one row or three; its blank rows carry the colour farther than words can be read. */
function barRows(
  model: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): readonly string[] {
  const words = banner(model, look, layout, columns);
  const blank = look.theme(`${model.zone.name}-banner`, ' '.repeat(columns));
  return layout.barMore === 0 ? [words] : [blank, words, blank];
}

function banner(
  { zone, limits }: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): string {
  const { theme, glyphs } = look;
  const shape = glyphs[zone.name];
  const name =
    zone.name === 'over'
      ? `${shape.repeat(3)} ${zone.word} ${shape.repeat(3)}`
      : `${shape} ${zone.word}`;
  const right = layout.gauge === 1 || limits === undefined ? '' : ` ${limits.brief} `;
  const start = ` ${name}  `;
  const room = columns - cellWidth(start) - cellWidth(right);
  const left = start + fittingParts(zone.advice, room);
  const gap = Math.max(0, columns - cellWidth(left) - cellWidth(right));
  return theme(`${zone.name}-banner`, cutToWidth(left + ' '.repeat(gap) + right, columns));
}

function gaugeRow(model: ScreenModel, { theme, glyphs }: Look, columns: number): string {
  const { limits } = model;
  if (limits === undefined) return '';
  const room = columns - cellWidth(limits.text) - 3;
  if (room < leastGaugeColumns) return rowText(columns, limits.text);
  const spans = gauge({ ...model, limits }, room, glyphs);
  const line = spans.map(({ role, text }) => theme(role, text)).join('');
  return rowText(columns, line, limits.text);
}
