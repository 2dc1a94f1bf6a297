import type { Zone } from '../session/zone.ts';
import type { Glyphs } from './glyphs.ts';
import type { CurveSpan } from './pulse-curve.ts';
import type { ScreenModel, ShownLimits } from './screen-model.ts';

/** Columns below which a gauge says nothing. */
export const leastGaugeColumns = 24;

/** The place of the pulse among the zones: each with its own line, the thresholds as numbers, a marker where it stands. */
export function gauge(
  { limits, pulse, zone }: Pick<ScreenModel, 'pulse' | 'zone'> & { readonly limits: ShownLimits },
  columns: number,
  glyphs: Glyphs,
): readonly CurveSpan[] {
  if (columns < leastGaugeColumns) return [];
  const { cautionBpm, limitBpm } = limits;
  const low = cautionBpm - 40;
  const high = limitBpm + 20;
  const xOf = (bpm: number) =>
    Math.max(0, Math.min(columns - 1, Math.round(((bpm - low) / (high - low)) * (columns - 1))));
  const cells = Array.from({ length: columns }, (_, x) => {
    const bpm = low + (x / (columns - 1)) * (high - low);
    if (bpm < cautionBpm) return glyphs.thin;
    return bpm <= limitBpm ? glyphs.double : glyphs.heavy;
  });
  const markerX = pulse.bpm === undefined ? undefined : xOf(pulse.bpm);
  write(cells, xOf(cautionBpm), String(cautionBpm), markerX);
  write(cells, xOf(limitBpm), String(limitBpm), markerX);
  const roles: Zone[] = cells.map((_, x) => {
    if (x < xOf(cautionBpm)) return 'easy';
    return x < xOf(limitBpm) ? 'caution' : 'over';
  });
  return spansOf(cells, roles, markerX, glyphs, zone.name === 'unknown' ? 'easy' : zone.name);
}

/** Writes a number over the line, unless the marker would cover a part of it. */
function write(cells: string[], at: number, text: string, markerX: number | undefined): void {
  if (markerX !== undefined && markerX >= at && markerX < at + text.length) return;
  for (const [index, character] of [...text].entries()) {
    if (at + index < cells.length) cells[at + index] = character;
  }
}

function spansOf(
  cells: readonly string[],
  roles: readonly Zone[],
  markerX: number | undefined,
  glyphs: Glyphs,
  zone: Zone,
): CurveSpan[] {
  const spans: CurveSpan[] = [];
  for (const [x, text] of cells.entries()) {
    const last = spans.at(-1);
    const role = roles[x] ?? 'easy';
    if (x === markerX) spans.push({ text: glyphs.marker, role: `${zone}-banner` });
    else if (last?.role === role) spans[spans.length - 1] = { role, text: last.text + text };
    else spans.push({ text, role });
  }
  return spans;
}
