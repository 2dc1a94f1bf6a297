import type { Fact } from '../../session/facts.ts';
import { clockTime } from '../clock-time.ts';
import { notDownText } from '../not-down-text.ts';
import { isUnavailable } from '../unavailable.ts';
import { unwatched } from '../unwatched.ts';
import { type Html, html } from './html.ts';
import { percentText } from './number-words.ts';
import { section } from './page.ts';
import type { SessionView } from './session-view.ts';
import { table } from './table.ts';
import { discomfortWords, levelWords, zoneSymbols } from './words.ts';

/** Every warning: when, in which exercise, its peak, how long, and whether it was acknowledged; discomfort first. */
export function warningSection(view: SessionView): Html {
  const discomforts = discomfortLines(view.facts);
  const notDown = notDownText(view.summary);
  return section(
    'Warnings',
    html`${discomforts.map((line) => html`<p class="notice raised"><strong>${line}</strong></p>`)}
${view.summary.warnings.length === 0 ? noneText(view) : warningTable(view)}
${notDown === undefined ? undefined : html`<p class="notice raised"><strong>${notDown}</strong></p>`}`,
  );
}

function noneText({ header, summary }: SessionView): Html {
  if (header.source === 'none') {
    return html`<p>None, since no sensor was worn: nothing watched the pulse.</p>`;
  }
  const why = unwatched(header);
  if (why !== undefined) return html`<p>Not known: ${why}.</p>`;
  const { coveragePercent } = summary;
  return isUnavailable(coveragePercent) || coveragePercent === 0
    ? html`<p>None, but the pulse was not known, so none could be raised.</p>`
    : html`<p>None in the ${percentText(coveragePercent)} of the time for which the pulse was known.</p>`;
}

const warningTable = ({ summary, laps }: SessionView): Html =>
  table({
    caption: 'From the first beat over the line until the pulse was clearly back below it.',
    columns: [
      { title: 'Warning' },
      { title: 'After', align: 'right' },
      { title: 'In' },
      { title: 'Lasted', align: 'right' },
      { title: 'Peak', align: 'right' },
      { title: 'Acknowledged' },
    ],
    rows: summary.warnings.map(({ level, startS, endS, peakBpm, acknowledgedS }) => {
      const lap = laps.find((each) => each.lap.startS <= startS && startS <= each.lap.endS);
      return [
        html`<span class="mark ${level}">${zoneSymbols[level]} ${levelWords[level]}</span>`,
        html`${clockTime(startS)}`,
        html`${lap === undefined ? 'between exercises' : html`${lap.number}. <bdi>${lap.lap.name}</bdi>`}`,
        html`${clockTime(endS - startS)}`,
        html`${peakBpm}`,
        html`${acknowledgedS === undefined ? 'no' : `after ${clockTime(acknowledgedS - startS)}`}`,
      ];
    }),
  });

function discomfortLines(facts: readonly Fact[]): string[] {
  const explained = facts.filter((fact) => fact.type === 'discomfort-explained');
  return facts
    .filter((fact) => fact.type === 'discomfort-reported')
    .map(({ atMs }, index, all) => {
      const untilMs = all[index + 1]?.atMs ?? Number.POSITIVE_INFINITY;
      const why = explained.find((each) => each.atMs >= atMs && each.atMs < untilMs);
      const what = why === undefined ? 'no reason given' : discomfortWords[why.reason];
      return `Discomfort was reported after ${clockTime(atMs / 1000)}: ${what}.`;
    });
}
