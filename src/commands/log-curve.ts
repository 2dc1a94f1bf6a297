import { clockTime } from '../review/clock-time.ts';
import type { Summary } from '../review/summary.ts';
import type { Fact } from '../session/facts.ts';
import type { CurvePoint } from '../ui/curve-line.ts';
import { asciiGlyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import { curveLabelColumns, pulseCurve } from '../ui/pulse-curve.ts';
import { type Line, line } from './log-lines.ts';
import type { Drawing } from './log-output.ts';

const rows = 8;

/** Every measurement of a session as a point of its curve. */
export const curvePoints = (facts: readonly Fact[]): CurvePoint[] =>
  facts
    .filter((fact) => fact.type === 'measured')
    .map(({ atMs, bpm, distrust }) => ({ atMs, bpm, trusted: distrust === undefined }));

/** The whole session's pulse with the caution band as it was at each moment, the beginnings of laps marked, and its time below. */
export function curveLines(
  { durationS, limits, laterLimits = [], laps }: Summary,
  points: readonly CurvePoint[],
  { width, unicode = true }: Drawing,
): readonly Line[] {
  if (durationS <= 0 || !points.some(({ trusted }) => trusted)) return [];
  const later = laterLimits.map(({ atS, ...each }) => ({ ...each, fromMs: atS * 1000 }));
  const span = { fromMs: 0, toMs: durationS * 1000, limits, laterLimits: later };
  const frame = { ...span, columns: width, rows };
  const glyphs = unicode ? unicodeGlyphs : asciiGlyphs;
  const marksMs = laps.map(({ startS }) => startS * 1000);
  return [
    ...pulseCurve(points, { ...frame, marksMs, glyphs }),
    line(timeAxis(durationS, width), 'quiet'),
    line(''),
  ];
}

function timeAxis(durationS: number, width: number): string {
  const end = clockTime(durationS);
  const start = `${' '.repeat(curveLabelColumns)}0:00`;
  return start + end.padStart(Math.max(end.length + 1, width - start.length));
}
