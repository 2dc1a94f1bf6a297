import type { Limits } from '../../session/limits.ts';
import type { Zone } from '../../session/zone.ts';
import { clockTime } from '../clock-time.ts';
import { percent, picture } from './chart-frame.ts';
import { type Html, html } from './html.ts';
import { percentText } from './number-words.ts';
import { section } from './page.ts';
import type { SessionView } from './session-view.ts';
import { table } from './table.ts';
import { zoneSymbols } from './words.ts';

type Row = {
  readonly name: string;
  readonly symbol: string;
  readonly look: string;
  readonly range: string;
  readonly seconds: number;
};

/** How long the pulse was in each zone; the time in which it was not known is one of its own. */
export function zoneSection({ summary, limits }: SessionView): Html | undefined {
  const { zonesS, durationS, source } = summary;
  if (durationS <= 0 || source === 'none') return undefined;
  const inTurn = (textOf: (of: Limits) => string): string =>
    limits.map((each) => textOf(each.limits)).join(', then ');
  const zone = (name: Zone, title: string, range: string): Row => ({
    name: title,
    symbol: zoneSymbols[name],
    look: name,
    range,
    seconds: zonesS[name],
  });
  const rows: Row[] = [
    zone('easy', 'Easy', `below ${inTurn(({ cautionBpm }) => String(cautionBpm))}`),
    zone(
      'caution',
      'Caution',
      inTurn(({ cautionBpm, limitBpm }) => `${cautionBpm}–${limitBpm}`),
    ),
    zone('over', 'Over', `above ${inTurn(({ limitBpm }) => String(limitBpm))}`),
    {
      name: 'Not known',
      symbol: '○',
      look: 'none',
      range: '',
      seconds: Math.max(0, durationS - zonesS.easy - zonesS.caution - zonesS.over),
    },
  ];
  const share = ({ seconds }: Row): number => seconds / durationS;
  return section(
    'Zones',
    html`<div class="keep">
<figure>${bar(rows, share)}</figure>
${table({
  caption: 'How long the pulse was in each zone, of the whole session.',
  columns: [
    { title: 'Zone' },
    { title: 'Beats a minute' },
    { title: 'Time', align: 'right' },
    { title: 'Share', align: 'right' },
  ],
  rows: rows.map((row) => [
    html`<span class="mark ${row.look}">${row.symbol} ${row.name}</span>`,
    html`${row.range === '' ? '–' : row.range}`,
    html`${clockTime(row.seconds)}`,
    html`${percentText(share(row) * 100)}`,
  ]),
})}</div>`,
  );
}

const fills: Readonly<Record<string, Html>> = {
  easy: html`class="accent"`,
  caution: html`class="caution"`,
  over: html`class="over"`,
  none: html`fill="url(#zone-hatch)"`,
};

function bar(rows: readonly Row[], share: (row: Row) => number): Html {
  let from = 0;
  const parts = rows.map((row) => {
    const x = from;
    from += share(row);
    const label =
      share(row) < 0.1 || row.look === 'none'
        ? undefined
        : html`<text class="inside" x="${percent(x + share(row) / 2)}" y="16" text-anchor="middle">${row.symbol} ${percentText(share(row) * 100)}</text>`;
    return html`<rect ${fills[row.look]} x="${percent(x)}" width="${percent(share(row))}" height="22"/>${label}`;
  });
  const told = rows.map((row) => `${row.name} ${percentText(share(row) * 100)}`).join(', ');
  return picture(
    'zones',
    'Share of the session in each zone',
    `${told}.`,
    22,
    html`
<defs><pattern id="zone-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>
${parts}`,
  );
}
