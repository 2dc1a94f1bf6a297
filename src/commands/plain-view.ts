import { createPlainLines } from '../ui/plain-lines.ts';
import type { ViewParts } from './dashboard-view.ts';
import { linesView } from './lines-view.ts';
import type { View } from './view.ts';

/** Lines of text, one a second and one at every change. */
export function plainView(parts: ViewParts): View {
  const { emergencyNumber } = parts;
  const lines = createPlainLines({ ...(emergencyNumber !== undefined && { emergencyNumber }) });
  return linesView(parts, { ...lines, said: (sentence) => `> ${sentence}` });
}
