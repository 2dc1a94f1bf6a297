import { lengthInWords } from '../cues/speakable.ts';
import { notDownText } from '../review/not-down-text.ts';
import type { Summary } from '../review/summary.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { gapWords } from './log-words.ts';

/** What there is to know of a session that has just ended, in sentences, one a line. */
export function summaryInSentences(summary: Summary): string {
  return [
    `It lasted ${inWords(summary.durationS)}.`,
    ...zoneSentences(summary),
    ...warningSentences(summary),
    ...[notDownText(summary)].filter((text) => text !== undefined),
    ...gapSentences(summary),
    ...recoverySentences(summary),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const inWords = (seconds: number): string => lengthInWords(seconds * 1000);

function zoneSentences({ zonesS, source }: Summary): string[] {
  if (source === 'none') return ['There was no strap, nothing watched your pulse.'];
  const parts = (['easy', 'caution', 'over'] as const)
    .filter((zone) => zonesS[zone] >= 1)
    .map((zone) => `${zone} for ${inWords(zonesS[zone])}`);
  return parts.length === 0 ? [] : [`Your pulse was ${parts.join(', ')}.`];
}

/** How often and how high: `log show` lists them one by one. */
function warningSentences({ warnings, source }: Summary): string[] {
  if (source === 'none') return [];
  if (warnings.length === 0) return ['No warnings.'];
  const often = (['caution', 'over'] as const)
    .map((level) => ({ level, times: warnings.filter((each) => each.level === level).length }))
    .filter(({ times }) => times > 0)
    .map(({ level, times }) => `${times === 1 ? 'once' : `${times} times`} ${level}`);
  const words = often.join(', ');
  const highest = Math.max(...warnings.map(({ peakBpm }) => peakBpm));
  return [`Warnings: ${words}. The highest pulse was ${highest}.`];
}

/** What rounds to no second is not worth a sentence; the log has it. */
const shortestGapS = 0.5;

const gapSentences = ({ gaps, source }: Summary): string[] =>
  source === 'none'
    ? []
    : gaps
        .filter(({ startS, endS }) => endS - startS >= shortestGapS)
        .map(
          ({ startS, endS, reason }) =>
            `Pulse not known after ${inWords(startS)}, for ${inWords(endS - startS)}: ${gapWords[reason]}.`,
        );

function recoverySentences({ recovery: { hrr60Bpm, hrr120Bpm } }: Summary): string[] {
  return [fall(1, hrr60Bpm), fall(2, hrr120Bpm)].filter((line) => line !== '');
}

function fall(minutes: number, bpm: number | Unavailable): string {
  if (isUnavailable(bpm)) return '';
  const after = `${inWords(minutes * 60)} after the effort`;
  const whole = Math.round(Math.abs(bpm));
  if (whole === 0) return `Your pulse was the same ${after}.`;
  return `Your pulse was ${whole} ${bpm < 0 ? 'higher' : 'lower'} ${after}.`;
}
