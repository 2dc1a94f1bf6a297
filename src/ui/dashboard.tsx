import type { ReactNode } from 'react';
import { footerRows, noticeRow } from './footer.ts';
import { headerRow } from './header-row.ts';
import { labelRow } from './label-row.ts';
import { isTiny, type Layout, layoutOf, needOf } from './layout.ts';
import type { Look } from './look.ts';
import { numberRows } from './number-rows.ts';
import { progressBar } from './progress-bar.ts';
import type { CurveRow } from './pulse-curve.ts';
import type { ScreenModel } from './screen-model.ts';
import { Lines } from './sheet.tsx';
import { taskRows } from './task-panel.ts';
import { tinyLines } from './tiny-lines.ts';
import { zoneBand } from './zone-band.ts';

export type DashboardProps = {
  readonly model: ScreenModel;
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
  /** Draws the pulse of the last minutes. */
  readonly curve: (columns: number, rows: number) => readonly CurveRow[];
};

/** One whole screen of a session, at most `columns` by `rows`. */
export function Dashboard({ model, look, columns, rows, curve }: DashboardProps): ReactNode {
  if (isTiny(columns, rows)) return <Lines lines={tinyLines(model, look, { columns, rows })} />;
  const layout = layoutOf(columns, rows, needOf(model.task));
  const inner = columns - 2 * layout.padding;
  const gap = (count: 0 | 1): readonly string[] => (count === 1 ? [''] : []);
  const curveRows = curve(inner, layout.curve).map((row) =>
    row.map(({ role, text }) => look.theme(role, text)).join(''),
  );
  const bar = model.progress === undefined ? '' : progressBar(model.progress, look, inner);
  const lines = [
    headerRow(model, look, inner),
    ...gap(layout.gapAbove),
    ...numberRows(model, look, layout, inner),
    ...(layout.labels === 1 ? [labelRow(model, look, layout, inner)] : []),
    ...zoneBand(model, look, layout, inner),
    ...gap(layout.gapBelow).map(() => bar),
    ...wordRows(model, look, layout, inner),
    ...curveRows,
    ...footerRows(model, look, layout, inner),
  ];
  return <Lines lines={lines} indent={layout.padding} />;
}

/** What to do; where no row is kept for warnings, one that is left over is theirs (A4, A5). */
function wordRows(
  model: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): readonly string[] {
  const words = taskRows(model, look, layout, columns);
  if (layout.footer === 1 || words.at(-1) !== '') return words;
  return [...words.slice(0, -1), noticeRow(model, look, layout, columns)];
}
