import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { Footer } from './footer.tsx';
import { HeaderRow } from './header-row.tsx';
import { LabelRow } from './label-row.tsx';
import { isTiny, layoutOf } from './layout.ts';
import type { Look } from './look.ts';
import { numberRows } from './number-rows.ts';
import { PictureRows } from './pictures.tsx';
import type { CurveRow } from './pulse-curve.ts';
import type { ScreenModel } from './screen-model.ts';
import { TaskPanel } from './task-panel.tsx';
import { tinyLines } from './tiny-lines.ts';
import { ZoneBand } from './zone-band.tsx';

export type DashboardProps = {
  readonly model: ScreenModel;
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
};

/** One whole screen of a session, at most `columns` by `rows`; the rows of `dashboardPictures` go into their places. */
export function Dashboard({ model, look, columns, rows }: DashboardProps): ReactNode {
  if (isTiny(columns, rows)) {
    const lines = tinyLines(model, look, { columns, rows });
    return (
      <Box width={columns} height={rows} overflowY="hidden">
        <Text wrap="truncate">{lines.join('\n')}</Text>
      </Box>
    );
  }
  const layout = layoutOf(columns, rows, model.task.mood === 'stop');
  const { padding, digits, curve, labels } = layout;
  const shared = { model, look, layout, columns: columns - 2 * padding };
  return (
    <Box width={columns} height={rows} paddingX={padding} flexDirection="column" overflowY="hidden">
      <HeaderRow model={model} look={look} columns={shared.columns} />
      <Gap rows={layout.gapAbove} />
      <PictureRows from={0} count={digits} />
      {labels === 1 ? <LabelRow {...shared} /> : null}
      <ZoneBand {...shared} />
      <Gap rows={layout.gapBelow} />
      <TaskPanel {...shared} />
      <PictureRows from={digits} count={curve} />
      <Footer {...shared} />
    </Box>
  );
}

/** The picture rows of a screen: the digits, then the curve, drawn by `curve` for a width and a height. */
export function dashboardPictures(
  { model, look, columns, rows }: DashboardProps,
  curve: (columns: number, rows: number) => readonly CurveRow[],
): readonly string[] {
  if (isTiny(columns, rows)) return [];
  const layout = layoutOf(columns, rows, model.task.mood === 'stop');
  const inner = columns - 2 * layout.padding;
  const curveLines = curve(inner, layout.curve).map((row) =>
    row.map(({ role, text }) => look.theme(role, text)).join(''),
  );
  const indent = ' '.repeat(layout.padding);
  return [...numberRows(model, look, layout, inner), ...curveLines].map((line) => indent + line);
}

function Gap({ rows }: { rows: number }): ReactNode {
  return rows === 0 ? null : <Box height={rows} flexShrink={0} />;
}
