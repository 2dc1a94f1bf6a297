import { renderToString } from 'ink';
import { createElement } from 'react';
import { Dashboard, type DashboardProps, dashboardPictures } from '../../src/ui/dashboard.tsx';
import { unicodeGlyphs } from '../../src/ui/glyphs.ts';
import type { Look } from '../../src/ui/look.ts';
import { withPictures } from '../../src/ui/pictures.tsx';
import { curveLabelColumns, pulseCurve } from '../../src/ui/pulse-curve.ts';
import { type ScreenSettings, screenModel } from '../../src/ui/screen-model.ts';
import { bareTheme } from '../../src/ui/theme.ts';
import { createTrail } from '../../src/ui/trail.ts';
import type { Story } from './story.ts';

export const settings: ScreenSettings = {
  recording: { status: 'on' },
  muted: false,
  emergencyNumber: '112',
};

export const bareLook: Look = { glyphs: unicodeGlyphs, theme: bareTheme };

/** The whole screen of a story's last moment, as Ink and the pictures make it. */
export function frameOf(
  story: Story,
  [columns, rows]: readonly [number, number],
  look: Look = bareLook,
  set: ScreenSettings = settings,
): string {
  const trail = createTrail();
  for (const turn of story.turns()) trail.follow(turn);
  const state = story.state();
  const toMs = story.atMs();
  const props: DashboardProps = { model: screenModel(state, toMs, set), look, columns, rows };
  const pictures = dashboardPictures(props, (width, height) => {
    const fromMs = toMs - (width - curveLabelColumns) * 4000;
    return pulseCurve(trail.pointsSince(fromMs), {
      fromMs,
      toMs,
      columns: width,
      rows: height,
      limits: state.header.limits,
      marksMs: trail.marksSince(fromMs),
      glyphs: look.glyphs,
    });
  });
  const words = renderToString(createElement(Dashboard, props), { columns });
  return withPictures(words, pictures, look.glyphs);
}
