import { clockTime } from '../review/clock-time.ts';
import type { SessionIntensity } from '../review/load/session-intensity.ts';
import { notDownText } from '../review/not-down-text.ts';
import { isRealHeart } from '../review/real-heart.ts';
import type { Summary } from '../review/summary.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { unwatched } from '../review/unwatched.ts';
import type { CurvePoint } from '../ui/curve-line.ts';
import { asciiGlyphs, type Glyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import { plainText } from '../ui/plain-text.ts';
import { effortText } from './effort-and-note.ts';
import { curveLines } from './log-curve.ts';
import { lapLines } from './log-laps.ts';
import { drawn, type Line, line, wrapped } from './log-lines.ts';
import type { Drawing } from './log-output.ts';
import { endWords, gapWords, localTime, sourceWords, utcOffset } from './log-words.ts';
import { intensityLines, zoneLines } from './log-zones.ts';

/**
 * A session as text: what it was, its pulse drawn, laps, zones, warnings, gaps, recovery. `points` are its
 * measurements, oldest first. No line is wider than `width` columns; from 40 on it reads well.
 */
export function renderSummary(
  summary: Summary,
  points: readonly CurvePoint[],
  drawing: Drawing,
  intensity?: SessionIntensity,
): string {
  const { width, unicode = true } = drawing;
  const glyphs = unicode ? unicodeGlyphs : asciiGlyphs;
  const lines = [
    ...headerLines(summary, width),
    line(''),
    ...curveLines(summary, points, drawing),
    ...restLines(summary, width),
    ...(summary.kind === 'rest' ? [] : lapLines(summary.laps, width)),
    ...zoneLines(summary, glyphs),
    ...intensityLines(summary, intensity, width),
    ...warningLines(summary, glyphs),
    ...notDownLines(summary, width),
    ...gapLines(summary, width),
    ...(summary.kind === 'rest' ? [] : recoveryLines(summary, width)),
    ...afterwordLines(summary, width),
  ];
  return drawn(lines.slice(0, lines.findLastIndex(([piece]) => piece?.text !== '') + 1), drawing);
}

function headerLines(summary: Summary, width: number): Line[] {
  const { routineName, sport, startedAt, utcOffsetMinutes, source, sensor, coveragePercent } =
    summary;
  const known = isUnavailable(coveragePercent)
    ? `pulse not known: ${coveragePercent.unavailable}`
    : `pulse known for ${coveragePercent} % of the time`;
  return [
    ...wrapped(
      plainText(sport === undefined ? routineName : `${routineName} · ${sport}`),
      width,
      'strong',
    ),
    ...wrapped(`${localTime(startedAt, utcOffsetMinutes)} (${utcOffset(utcOffsetMinutes)})`, width),
    ...wrapped(
      `${sourceWords[source]}: ${plainText(sensor)}`,
      width,
      isRealHeart(summary) ? 'plain' : 'notice',
    ),
    ...importedLines(summary, width),
    ...wrapped(
      `${clockTime(summary.durationS)} · ${endWords[summary.endReason]} · ${known}`,
      width,
    ),
    ...limitLines(summary, width),
  ];
}

/** The pulse at rest; nothing where a session did not measure it. */
function restLines({ rest, kind }: Summary, width: number): Line[] {
  const { restingBpm, rmssdMs, artefactPercent, quality, respirationPerMin } = rest;
  if (kind !== 'rest' && isUnavailable(restingBpm)) return [];
  const value = (name: string, of: number | string | Unavailable, unit = ''): string =>
    typeof of === 'object' ? `${name} not known, ${of.unavailable}` : `${name} ${of}${unit}`;
  return [
    ...wrapped(`At rest: ${value('pulse', restingBpm, ' bpm')}`, width, 'strong'),
    ...wrapped(`  ${value('RMSSD', rmssdMs, ' ms')}`, width),
    ...(isUnavailable(artefactPercent)
      ? []
      : wrapped(`  ${value('quality', quality)}, ${artefactPercent} % of the beats spoilt`, width)),
    ...(kind === 'rest'
      ? wrapped(`  ${value('breathing', respirationPerMin, ' a minute')}`, width)
      : []),
    line(''),
  ];
}

/** `Limits 90/100, later 95/105 (from 4:10)`, where a key changed those the session began with. */
function limitLines({ limits, laterLimits }: Summary, width: number): Line[] {
  if (laterLimits === undefined) return [];
  const pair = ({ cautionBpm, limitBpm }: Summary['limits']): string => `${cautionBpm}/${limitBpm}`;
  const later = laterLimits.map((each) => `${pair(each)} (from ${clockTime(each.atS)})`);
  return wrapped(`Limits ${[pair(limits), ...later].join(', later ')}`, width);
}

function importedLines({ imported }: Summary, width: number): Line[] {
  if (imported === undefined) return [];
  const { file, format, damage = [] } = imported;
  const from = wrapped(`Imported from ${plainText(file)} (${plainText(format)})`, width);
  const words = damage.map((each) => plainText(each)).join('; ');
  return words === '' ? from : [...from, ...wrapped(`  damaged: ${words}`, width, 'notice')];
}

function warningLines(summary: Summary, glyphs: Glyphs): Line[] {
  const { warnings } = summary;
  const why = unwatched(summary);
  if (warnings.length === 0 && why !== undefined) {
    return [line(`Warnings: not known, ${why}`, 'strong'), line('')];
  }
  if (warnings.length === 0) return [line('Warnings: none', 'strong'), line('')];
  return [
    line('Warnings', 'strong'),
    ...warnings.map(({ level, startS, endS, peakBpm }) => {
      const lasted = clockTime(endS - startS).padStart(7);
      const text = `${level.padEnd(7)} at${clockTime(startS).padStart(8)} for${lasted} peak ${peakBpm}`;
      return line(`${glyphs[level]} ${text}`, level);
    }),
    line(''),
  ];
}

function notDownLines(summary: Summary, width: number): Line[] {
  const text = notDownText(summary);
  return text === undefined ? [] : [...wrapped(text, width, 'notice'), line('')];
}

function gapLines({ gaps }: Summary, width: number): Line[] {
  if (gaps.length === 0) return [line('Gaps: none', 'strong'), line('')];
  return [
    line('Gaps', 'strong'),
    ...gaps.flatMap(({ startS, endS, reason }) =>
      wrapped(`  ${clockTime(startS)}–${clockTime(endS)} ${gapWords[reason]}`, width),
    ),
    line(''),
  ];
}

function afterwordLines({ cr10, notes = [] }: Summary, width: number): Line[] {
  return [
    ...(cr10 === undefined ? [] : [line(''), ...wrapped(`Effort: ${effortText(cr10)}`, width)]),
    ...notes.flatMap((note) => wrapped(`Note: ${plainText(note, 2000)}`, width)),
  ];
}

function recoveryLines({ recovery }: Summary, width: number): Line[] {
  const { effortEndS, effortEndBpm, hrr60Bpm, hrr120Bpm } = recovery;
  if (isUnavailable(effortEndS)) {
    return wrapped(`Recovery: not known, ${effortEndS.unavailable}`, width, 'strong');
  }
  const from = isUnavailable(effortEndBpm) ? '' : ` with ${Math.round(effortEndBpm)} bpm`;
  return [
    ...wrapped(`Recovery: the effort ended at ${clockTime(effortEndS)}${from}`, width, 'strong'),
    ...wrapped(`  60 s later: ${fallText(hrr60Bpm)}`, width),
    ...wrapped(`  120 s later: ${fallText(hrr120Bpm)}`, width),
  ];
}

function fallText(bpm: number | Unavailable): string {
  if (isUnavailable(bpm)) return `not known, ${bpm.unavailable}`;
  if (bpm === 0) return 'the same';
  return bpm < 0 ? `${Math.abs(bpm)} bpm higher` : `${bpm} bpm lower`;
}
