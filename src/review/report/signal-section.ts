import { clockTime } from '../clock-time.ts';
import { counted } from '../counted.ts';
import { isUnavailable } from '../unavailable.ts';
import { type Html, html } from './html.ts';
import { percentText } from './number-words.ts';
import { section } from './page.ts';
import type { BeatQuality, SessionView } from './session-view.ts';
import { table } from './table.ts';
import { gapWords } from './words.ts';

/** How much of the session the figures stand on, and where the signal was away. */
export function signalSection({ summary, facts, beats }: SessionView): Html {
  const { coveragePercent, gaps, measurements } = summary;
  const distrusted = facts.filter(
    (fact) => fact.type === 'measured' && fact.distrust !== undefined,
  );
  const known = isUnavailable(coveragePercent)
    ? `The pulse was not known: ${coveragePercent.unavailable}.`
    : `The pulse was known for ${percentText(coveragePercent)} of the session.`;
  const received =
    measurements === 0
      ? 'No measurement was received.'
      : `Of ${counted(measurements, 'measurement')}, ${distrusted.length} (${percentText((distrusted.length / measurements) * 100)}) ${distrusted.length === 1 ? 'was' : 'were'} not trusted and left out of every figure.`;
  return section(
    'The signal',
    html`<p>${known} ${received}</p>
<p>${beatText(beats)}</p>
${
  gaps.length === 0
    ? undefined
    : table({
        caption: 'Where the pulse was not known, and why.',
        columns: [{ title: 'After' }, { title: 'Lasted', align: 'right' }, { title: 'Why' }],
        rows: gaps.map(({ startS, endS, reason }) => [
          html`${clockTime(startS)}`,
          html`${clockTime(endS - startS)}`,
          html`${gapWords[reason]}`,
        ]),
      })
}`,
  );
}

const gradeWords: Readonly<Record<BeatQuality['grade'], string>> = {
  good: 'they may be relied on',
  usable: 'variability is a little off',
  doubtful: 'look at the trend of variability, not at its values',
  withheld: 'too many for any figure of variability',
};

const beatText = ({ intervals, artefactPercent, grade }: BeatQuality): string =>
  intervals === 0
    ? 'The sensor sent no intervals between beats, so nothing is known of their variability.'
    : `Of ${counted(intervals, 'interval')} between beats, ${percentText(artefactPercent)} ${intervals === 1 ? 'is' : 'are'} spoilt: ${gradeWords[grade]}.`;
