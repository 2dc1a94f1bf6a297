import { createAccessibleLines } from './accessible-lines.ts';
import type { ViewParts } from './dashboard-view.ts';
import { linesView } from './lines-view.ts';
import type { View } from './view.ts';

/** Sentences, appended when something changes and now and then between: for a screen reader, or a braille line. */
export function accessibleView(parts: ViewParts): View {
  const { io, manner, emergencyNumber = '112' } = parts;
  return linesView(
    parts,
    createAccessibleLines({
      emergencyNumber,
      announceS: manner.announceS,
      hasKeys: io.stdin.isTTY === true,
    }),
  );
}
