import { clockTime } from '../clock-time.ts';
import type { SessionFigures } from '../session-figures.ts';
import { unwatched } from '../unwatched.ts';
import { type Html, html } from './html.ts';
import { figure, numberText, percentText } from './number-words.ts';
import { section } from './page.ts';
import { table } from './table.ts';
import { minuteText, shortDateText } from './time-words.ts';
import type { WeekView } from './week-view.ts';
import { zoneSymbols } from './words.ts';

/** Every session of the period, newest first, with how much of it the pulse was known. */
export function sessionList({ listed, isOverAYear }: WeekView): Html {
  if (listed.length === 0) return section('Sessions', html`<p>There was none.</p>`);
  return section(
    'Sessions',
    table({
      caption:
        'Newest first; the pulse in beats a minute. Fall: how far it fell in the minute after the last effort. Effort: as felt, of 10.',
      columns: [
        { title: 'When' },
        { title: 'What' },
        { title: 'Time', align: 'right' },
        { title: 'Mean', align: 'right' },
        { title: 'Peak', align: 'right' },
        { title: 'Warnings' },
        { title: 'Fall', align: 'right' },
        { title: 'Effort', align: 'right' },
        { title: 'Pulse known', align: 'right' },
      ],
      rows: listed.map((session) => row(session, isOverAYear)),
    }),
  );
}

const row = (session: SessionFigures, withYear: boolean): Html[] => [
  html`<span class="nowrap">${shortDateText(session.day, withYear)}, ${minuteText(session.minute)}</span>`,
  html`<bdi>${titleText(session)}</bdi>${notReal(session)}`,
  html`${clockTime(session.durationMs / 1000)}`,
  figure(session.averageBpm),
  figure(session.peakBpm),
  warningText(session),
  figure(session.fall?.hrr60Bpm),
  figure(session.cr10, (cr10) => numberText(cr10, cr10 % 1 === 0 ? 0 : 1)),
  html`${percentText(session.coveragePercent)}`,
];

const titleText = ({ routineName, sport }: SessionFigures): string =>
  sport === undefined ? routineName : `${routineName} · ${sport}`;

function notReal({ source }: SessionFigures): Html | undefined {
  if (source === 'simulator') return html` <span class="quiet">(simulated heart)</span>`;
  if (source === 'replay') return html` <span class="quiet">(replay)</span>`;
  return source === 'none' ? html` <span class="quiet">(no sensor)</span>` : undefined;
}

function warningText({ cautions, overs, hasDiscomfort, source }: SessionFigures): Html {
  const discomfort = hasDiscomfort ? html` <strong>discomfort</strong>` : undefined;
  if (cautions + overs === 0) {
    return unwatched({ source }) === undefined
      ? html`none${discomfort}`
      : html`<span class="none">not watched</span>${discomfort}`;
  }
  return html`<span class="mark caution">${zoneSymbols.caution} ${cautions}</span>${
    overs === 0 ? undefined : html` <span class="mark over">${zoneSymbols.over} ${overs}</span>`
  }${discomfort}`;
}
