import type { ReactNode } from 'react';
import { footerRows, noticeRow } from './footer.ts';
import { type Heading, headerRow } from './header-row.ts';
import { labelRow } from './label-row.ts';
import { isTiny, type Layout, layoutOf, needOf } from './layout.ts';
import type { Look } from './look.ts';
import { noticeOf } from './notice.ts';
import { isPulseNamed, numberRows, pulseLabel } from './number-rows.ts';
import { progressBar } from './progress-bar.ts';
import type { CurveRow } from './pulse-curve.ts';
import type { ScreenModel } from './screen-model.ts';
import { unguardedWord } from './session-words.ts';
import { Lines } from './sheet.ts';
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
  const curveRows = model.limits === undefined ? unwatched(layout) : drawnCurve();
  const bar = model.progress === undefined ? '' : progressBar(model.progress, look, inner);
  const words = wordsOf(model, look, layout, inner);
  const lines = [
    headerRow(model, look, inner, words.heading),
    ...gap(layout.gapAbove),
    ...numberRows(model, look, layout, inner),
    ...(layout.labels === 1 ? [labelRow(model, look, layout, inner)] : []),
    ...zoneBand(model, look, layout, inner),
    ...gap(layout.gapBelow).map(() => bar),
    ...words.rows,
    ...curveRows,
    ...footerRows(model, look, layout, inner),
  ];
  return <Lines lines={lines} indent={layout.padding} />;

  function drawnCurve(): readonly string[] {
    return curve(inner, layout.curve).map((row) =>
      row.map(({ role, text }) => look.theme(role, text)).join(''),
    );
  }
}

/** Where nothing is measured a curve and a band would look like a watch that is not there. */
const unwatched = ({ curve }: Layout): readonly string[] => Array.from({ length: curve }, () => '');

type Words = { readonly rows: readonly string[]; readonly heading: Heading };

/**
 * What to do, and what the screen begins with. Where no row is kept for warnings, one that the words leave over is theirs,
 * else the place of the routine's name (A4, A5).
 */
function wordsOf(model: ScreenModel, look: Look, layout: Layout, columns: number): Words {
  const name: Heading = { role: 'strong', text: `${look.glyphs.heart} ${model.routine}` };
  if (layout.footer === 1) return { rows: taskRows(model, look, layout, columns), heading: name };
  const { role, brief, isUrgent = false } = noticeOf(model, look, layout);
  const isNamed = isPulseNamed(model, layout) || model.zone.word === unguardedWord;
  const pulse: Heading = { role: 'strong', text: pulseLabel(model, look.glyphs), isKept: true };
  const label = isNamed ? name : pulse;
  const told = noticeRow(model, look, layout, columns);
  if (isUrgent) {
    const fewer = { ...layout, text: layout.text - 1 };
    return { rows: [...taskRows(model, look, fewer, columns), told], heading: label };
  }
  const rows = taskRows(model, look, layout, columns);
  if (rows.at(-1) === '') return { rows: [...rows.slice(0, -1), told], heading: label };
  return { rows, heading: brief === undefined ? label : { role, text: brief, isKept: true } };
}
