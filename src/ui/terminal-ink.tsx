import { Box, type Instance, render, Text } from 'ink';
import type { ReactNode } from 'react';
import { createSheet, PutRows, type Sheet } from './sheet.ts';
import { inkStream } from './terminal-ink-stream.ts';

/** The tree whose `Lines` go onto this sheet. */
export function OnSheet({ sheet, children }: { sheet: Sheet; children: ReactNode }): ReactNode {
  const put = (rows: readonly string[]): ReactNode =>
    rows.length === 0 ? null : (
      <Box height={rows.length} flexShrink={0}>
        <Text>{rows.map(sheet.write).join('\n')}</Text>
      </Box>
    );
  return <PutRows value={put}>{children}</PutRows>;
}

/** Lays a view out; its whole frame is painted before the call returns. */
export type InkLayout = (view: ReactNode) => void;

/** Ink, without a terminal: what it draws goes to `paint`. */
export function inkLayout(stdin: unknown, paint: (frame: string) => void): InkLayout {
  let sheet = createSheet();
  let ink: Instance | undefined;
  const stream = inkStream((frame) => paint(sheet.fill(frame)));
  const options = {
    stdout: stream,
    stderr: stream,
    stdin: stdin as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  };
  return (view) => {
    sheet = createSheet();
    const tree = <OnSheet sheet={sheet}>{view}</OnSheet>;
    if (ink === undefined) ink = render(tree, options);
    else ink.rerender(tree);
  };
}
