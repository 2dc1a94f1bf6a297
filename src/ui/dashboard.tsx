import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { Footer } from './footer.tsx';
import { HeaderRow } from './header-row.tsx';
import { LabelRow } from './label-row.tsx';
import { isTiny, layoutOf } from './layout.ts';
import type { Look } from './look.ts';
import { numberRows } from './number-rows.ts';
import type { CurveRow } from './pulse-curve.ts';
import type { ScreenModel } from './screen-model.ts';
import { Lines } from './sheet.tsx';
import { TaskPanel } from './task-panel.tsx';
import { tinyLines } from './tiny-lines.ts';
import { ZoneBand } from './zone-band.tsx';

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
  if (isTiny(columns, rows)) {
    const lines = tinyLines(model, look, { columns, rows });
    return (
      <Box width={columns} height={rows} overflowY="hidden">
        <Text wrap="truncate">{lines.join('\n')}</Text>
      </Box>
    );
  }
  const layout = layoutOf(columns, rows, model.task.mood === 'stop');
  const { padding, labels } = layout;
  const inner = columns - 2 * padding;
  const shared = { model, look, layout, columns: inner };
  const curveRows = curve(inner, layout.curve).map((row) =>
    row.map(({ role, text }) => look.theme(role, text)).join(''),
  );
  return (
    <Box width={columns} height={rows} paddingX={padding} flexDirection="column" overflowY="hidden">
      <HeaderRow model={model} look={look} columns={shared.columns} />
      <Gap rows={layout.gapAbove} />
      <Lines lines={indented(numberRows(model, look, layout, inner), padding)} />
      {labels === 1 ? <LabelRow {...shared} /> : null}
      <ZoneBand {...shared} />
      <Gap rows={layout.gapBelow} />
      <TaskPanel {...shared} />
      <Lines lines={indented(curveRows, padding)} />
      <Footer {...shared} />
    </Box>
  );
}

const indented = (lines: readonly string[], columns: number): readonly string[] =>
  lines.map((line) => ' '.repeat(columns) + line);

function Gap({ rows }: { rows: number }): ReactNode {
  return rows === 0 ? null : <Box height={rows} flexShrink={0} />;
}
