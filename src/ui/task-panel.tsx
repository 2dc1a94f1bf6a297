import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Breath } from './breathing-guide.ts';
import { cellWidth, cutToWidth } from './cell-width.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { Row } from './row.tsx';
import type { ScreenModel } from './screen-model.ts';

type Props = { model: ScreenModel; look: Look; layout: Layout; columns: number };

/** What to do now, in words; the question about the end takes its first row. */
export function TaskPanel({ model, look, layout, columns }: Props): ReactNode {
  const { task } = model;
  const hasBar = task.breath !== undefined && rowsOf(task.lines, columns) < layout.text;
  const textRows = layout.text - (hasBar ? 1 : 0);
  return (
    <Box flexDirection="column" width={columns} flexShrink={0}>
      <TitleRow model={model} look={look} columns={columns} />
      {hasBar && task.breath !== undefined ? (
        <Text wrap="truncate">{breathBar(task.breath, look, columns)}</Text>
      ) : null}
      {textRows === 0 ? null : (
        <Box height={textRows} width={columns} overflowY="hidden">
          <Text wrap="wrap">{task.lines.slice(0, textRows).join('\n')}</Text>
        </Box>
      )}
    </Box>
  );
}

const rowsOf = (lines: readonly string[], columns: number): number =>
  lines.reduce((rows, line) => rows + Math.ceil(cellWidth(line) / columns), 0);

function TitleRow({ model, look, columns }: Omit<Props, 'layout'>): ReactNode {
  const { task, next = '', question } = model;
  const { theme } = look;
  if (question !== undefined) {
    const asked = cutToWidth(` ${question}`, columns);
    const rest = ' '.repeat(columns - cellWidth(asked));
    return <Text wrap="truncate">{theme('caution-banner', asked + rest)}</Text>;
  }
  const place = task.place === undefined ? '' : `${task.place}  `;
  const fits = cellWidth(place + task.title + next) + 2 <= columns;
  const title = cutToWidth(task.title, columns - cellWidth(place));
  const left = theme('quiet', place) + theme(task.mood === 'stop' ? 'over' : 'strong', title);
  return <Row columns={columns} left={left} right={fits ? theme('quiet', next) : ''} />;
}

function breathBar(
  { word, leftS, fill }: Breath,
  { theme, glyphs }: Look,
  columns: number,
): string {
  const words = ` ${word} ${leftS}`;
  const length = Math.max(4, Math.min(48, columns - 16));
  const filled = Math.round(fill * length);
  const bar = glyphs.filled.repeat(filled) + glyphs.empty.repeat(length - filled);
  return theme('key', bar) + theme('strong', cutToWidth(words, Math.max(0, columns - length)));
}
