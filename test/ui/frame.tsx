import { renderToString } from 'ink';
import type { ReactNode } from 'react';
import { Dashboard, type DashboardProps } from '../../src/ui/dashboard.tsx';
import { unicodeGlyphs } from '../../src/ui/glyphs.ts';
import { createLiveBeats } from '../../src/ui/live-beats.ts';
import type { Look } from '../../src/ui/look.ts';
import { curveLabelColumns, pulseCurve } from '../../src/ui/pulse-curve.ts';
import { type ScreenSettings, screenModel } from '../../src/ui/screen-model.ts';
import { createSheet, signColumns, spelled } from '../../src/ui/sheet.ts';
import { OnSheet } from '../../src/ui/terminal-ink.tsx';
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
  const beats = createLiveBeats();
  for (const turn of story.turns()) {
    trail.follow(turn);
    beats.follow(turn);
  }
  const state = story.state();
  const toMs = story.atMs();
  const curve = (width: number, height: number) => {
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
  };
  const model = screenModel(state, toMs, { beats: beats.figures(), ...set });
  const props: DashboardProps = { model, look, columns, rows, curve };
  return drawnFrame(<Dashboard {...props} />, look);
}

/** What a terminal is shown of a screen. */
export function drawnFrame(screen: ReactNode, { glyphs }: Look = bareLook): string {
  const sheet = createSheet();
  const words = renderToString(<OnSheet sheet={sheet}>{screen}</OnSheet>, {
    columns: signColumns,
  });
  return spelled(sheet.fill(words), glyphs);
}
