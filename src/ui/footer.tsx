import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { cellWidth, cutToWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { Row } from './row.tsx';
import type { ScreenModel } from './screen-model.ts';
import type { Role } from './theme.ts';

type Props = { model: ScreenModel; look: Look; layout: Layout; columns: number };

/** Warnings until they are acknowledged, the link, and the keys. */
export function Footer({ model, look, layout, columns }: Props): ReactNode {
  const link = linkRight(model, columns);
  const { role, text } = notice(model, look, layout);
  const room = columns - (link === '' ? 0 : cellWidth(link) + 2);
  const left = look.theme(role, cutToWidth(text, room));
  return (
    <Box flexDirection="column" width={columns} flexShrink={0}>
      {layout.footer === 1 ? (
        <Row columns={columns} left={left} right={look.theme('quiet', link)} />
      ) : null}
      <Text wrap="truncate">{keysLine(model.keys, look, columns)}</Text>
    </Box>
  );
}

function linkRight({ link, muted }: ScreenModel, columns: number): string {
  if (columns < 60) return muted ? 'muted' : '';
  return muted ? `muted · ${link}` : link;
}

function notice(
  model: ScreenModel,
  { glyphs }: Look,
  layout: Layout,
): { role: Role; text: string } {
  const { warnings, recording, silence, notice: sensor } = model;
  const [first] = warnings;
  if (first !== undefined) {
    const more = warnings.length > 1 ? ` (+${warnings.length - 1})` : '';
    return { role: 'notice', text: `${glyphs[model.warningLevel ?? 'caution']} ${first}${more}` };
  }
  if (recording.reason !== undefined) return { role: 'over', text: recording.reason };
  if (silence !== undefined) return { role: 'plain', text: silence };
  if (sensor !== undefined && (layout.why === 1 || !sensor.isLasting)) {
    return { role: 'notice', text: sensor.text };
  }
  return { role: 'plain', text: layout.why === 1 ? '' : model.why };
}

/** As many keys as fit; the most needed come first. */
function keysLine(keys: readonly KeyHint[], { theme }: Look, columns: number): string {
  const isNarrow = columns < 60;
  const gap = isNarrow ? ' ' : '   ';
  let used = 0;
  const shown: string[] = [];
  for (const { key, label: full, brief = full } of keys) {
    const label = isNarrow ? brief : full;
    const width = cellWidth(`${key} ${label}`) + (shown.length === 0 ? 0 : gap.length);
    if (used + width > columns) continue;
    used += width;
    shown.push(`${theme('key', key)} ${label}`);
  }
  return shown.join(gap);
}
