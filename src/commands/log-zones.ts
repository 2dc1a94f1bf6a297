import { clockTime } from '../review/clock-time.ts';
import { intensityRows, intensitySource } from '../review/intensity-words.ts';
import type { SessionIntensity } from '../review/load/session-intensity.ts';
import type { Summary } from '../review/summary.ts';
import type { Zone } from '../session/zone.ts';
import type { Glyphs } from '../ui/glyphs.ts';
import { type Line, line, wrapped } from './log-lines.ts';

/** The range of each zone; where a key moved the limits, in words alone: each value counts by the limits of its time. */
function rangesOf({ limits, laterLimits }: Summary): Record<Zone, string> {
  const { cautionBpm, limitBpm } = limits;
  return laterLimits === undefined
    ? {
        easy: `below ${cautionBpm}`,
        caution: `${cautionBpm}–${limitBpm}`,
        over: `above ${limitBpm}`,
      }
    : { easy: 'below', caution: 'between', over: 'above' };
}

/** How long the pulse was in each zone of the guard. */
export function zoneLines(summary: Summary, glyphs: Glyphs): Line[] {
  const { zonesS, durationS, source } = summary;
  const ranges = rangesOf(summary);
  const share = (seconds: number): string => shareOf(seconds, durationS);
  const zone = (name: Zone): Line =>
    line(
      `${glyphs[name]} ${name.padEnd(8)} ${ranges[name].padEnd(9)} ${share(zonesS[name])}`,
      name,
    );
  if (durationS <= 0 || source === 'none') return [];
  const unknownS = durationS - zonesS.easy - zonesS.caution - zonesS.over;
  return [
    line('Zones', 'strong'),
    zone('easy'),
    zone('caution'),
    zone('over'),
    line(`${glyphs.unknown} ${'no pulse'.padEnd(18)} ${share(Math.max(0, unknownS))}`, 'quiet'),
    line(''),
  ];
}

const shareOf = (seconds: number, durationS: number): string =>
  `${clockTime(seconds).padStart(8)}  ${String(Math.round((seconds / durationS) * 100)).padStart(3)} %`;

/** How hard the heart worked, by the person's own numbers; nothing where the profile does not allow it. */
export function intensityLines(
  { durationS, kind }: Summary,
  intensity: SessionIntensity | undefined,
  width: number,
): Line[] {
  if (intensity === undefined || durationS <= 0 || kind === 'rest') return [];
  return [
    line('Intensity', 'strong'),
    ...intensityRows(intensity).map(({ share, range, seconds }) =>
      line(`  ${share.padEnd(10)} ${range.padEnd(9)} ${shareOf(seconds, durationS)}`),
    ),
    ...wrapped(`  ${intensitySource(intensity)}`, width, 'quiet'),
    line(''),
  ];
}
