import { type Html, html } from './html.ts';

/** All the looks: system fonts, one accent, light and dark by the reader's choice, always light on paper. */
export const style: Html = html`<style>
:root {
  color-scheme: light dark;
  --paper: #fdfdfc; --panel: #f4f5f3; --ink: #1d2530; --quiet: #56616e; --line: #d8dcdf;
  --accent: #0b6770; --caution: #7d5200; --over: #a5261c; --soft: #cfe4e4;
  --caution-area: #f3dfb6; --gap: #8a939d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14191f; --panel: #1c232b; --ink: #e5e9ed; --quiet: #a4afba; --line: #343e49;
    --accent: #63c7c4; --caution: #efbd67; --over: #ff9a8d; --soft: #20474a;
    --caution-area: #4a3c1d; --gap: #7c8793;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 54rem; padding: 2.5rem 1.5rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1 { font-size: 2.25rem; line-height: 1.15; font-weight: 650; letter-spacing: -0.015em; margin: 0.25rem 0; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin: 0 0 0.75rem; }
h3 { font-size: 1rem; font-weight: 650; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 0.75rem; max-width: 42rem; }
table + p { margin-top: 0.75rem; }
section { margin-top: 3rem; }
.brand { color: var(--accent); font-weight: 650; margin: 0; }
.when { font-size: 1.125rem; color: var(--quiet); margin: 0 0 1.25rem; }
.quiet, .none { color: var(--quiet); }
.none { font-size: 0.875rem; }
.small { font-size: 0.875rem; margin-top: 0.5rem; }
.notice { border-left: 0.25rem solid var(--accent); background: var(--panel); padding: 0.75rem 1rem; margin: 0 0 1.25rem; max-width: none; }
.notice.raised { border-left-color: var(--over); }
.caution { color: var(--caution); }
.over { color: var(--over); }
.mark { font-weight: 650; white-space: nowrap; }

dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; margin: 0; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; }
dl.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1.5rem; margin: 0; }
dl.tiles div { border-top: 2px solid var(--line); padding-top: 0.5rem; }
dl.tiles dt { color: var(--quiet); font-size: 0.875rem; }
dl.tiles dd { margin: 0; }
dl.tiles .value { font-size: 1.75rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
dl.tiles .unit { font-size: 1rem; font-weight: 400; letter-spacing: 0; }
dl.tiles .none { display: block; font-size: 0.9375rem; line-height: 1.4; font-weight: 400; letter-spacing: 0; padding-top: 0.25rem; }
dl.tiles .beside { font-size: 0.875rem; color: var(--quiet); }

table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: left; color: var(--quiet); font-size: 0.875rem; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); font-size: 0.8125rem; vertical-align: bottom; border-bottom-color: var(--quiet); overflow-wrap: normal; }
tbody th { font-weight: 600; }
th.right, td.right { text-align: right; }
td.right { white-space: nowrap; }
th:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.nowrap { white-space: nowrap; }

figure { margin: 0 0 1.5rem; }
figcaption { color: var(--quiet); font-size: 0.875rem; margin-top: 0.75rem; max-width: 42rem; }
.plot { padding: 0 0.75rem 0 2.25rem; }
svg { display: block; overflow: visible; }
svg text { font-size: 12px; fill: var(--quiet); font-variant-numeric: tabular-nums; }
svg .strong { fill: var(--ink); font-weight: 600; }
svg .inside { fill: var(--paper); font-weight: 600; }
svg .line { stroke: var(--line); stroke-width: 1; fill: none; }
svg .curve { stroke: var(--accent); stroke-width: 1.75; fill: none; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
svg .dot { fill: var(--paper); stroke: var(--accent); stroke-width: 2; }
svg .accent { fill: var(--accent); }
svg .soft { fill: var(--soft); }
svg .band { fill: var(--caution-area); }
svg .limit { stroke: var(--over); stroke-width: 1.5; stroke-dasharray: 6 4; }
svg .caution { fill: var(--caution); }
svg .over { fill: var(--over); }
svg .hatch { stroke: var(--gap); stroke-width: 1.25; }
svg .lap { fill: var(--soft); stroke: var(--accent); stroke-width: 1; }
svg .still { fill: var(--paper); stroke: var(--accent); stroke-width: 1; }
ul.key, ol.steps { list-style: none; padding: 0; margin: 0.75rem 0 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.875rem; }
ul.key svg { display: inline-block; vertical-align: -2px; margin-right: 0.4rem; }
ol.steps b { color: var(--accent); font-weight: 650; margin-right: 0.25rem; }
.trends h3 { margin-top: 0; }
.trends { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem 2.5rem; }
ul.plain { padding-left: 1.125rem; margin: 0; max-width: 42rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--quiet); }

table.calendar { width: auto; min-width: min(30rem, 100%); }
table.calendar th, table.calendar td { text-align: center; padding: 0.25rem 0.5rem; }
table.calendar th:first-child { text-align: left; padding-left: 0; }
table.calendar .done { color: var(--accent); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media screen and (max-width: 44rem) {
  body { padding: 1.5rem 1rem 2rem; }
  h1 { font-size: 1.75rem; }
  section { margin-top: 2.5rem; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: 0.5rem; }
  dl.tiles { grid-template-columns: repeat(auto-fill, minmax(min(8.5rem, 100%), 1fr)); gap: 1.25rem; }
  table.cards, .cards caption, .cards tbody { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tbody tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(6.5rem, 100%), 1fr)); gap: 0.5rem 1rem; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
  .cards tbody th { grid-column: 1 / -1; padding: 0; border: 0; text-align: left; }
  .cards td { display: block; padding: 0; border: 0; }
  .cards td, .cards td.right { text-align: left; white-space: normal; }
  .cards td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.8125rem; line-height: 1.3; }
  table.calendar { font-size: 0.875rem; }
  table.calendar th, table.calendar td { padding: 0.25rem 0.125rem; }
}
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #56616e; } }
@media print {
  html { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; background: none; }
  section { margin-top: 1.75rem; }
  h2, h3, caption { break-after: avoid; }
  figure, tr, dl.tiles div, .keep { break-inside: avoid; }
  dl.tiles { grid-template-columns: repeat(4, 1fr); gap: 1rem; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  .trends { grid-template-columns: 1fr 1fr; }
}
</style>`;
