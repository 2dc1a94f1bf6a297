import { renderToString } from 'ink';
import { createElement } from 'react';
import { decide } from '../src/session/decide.ts';
import { headerSchema } from '../src/session/header-schema.ts';
import type { Input } from '../src/session/input.ts';
import { sourceLimits } from '../src/session/limits.ts';
import { openRoutine } from '../src/session/routine.ts';
import { rulesSchema } from '../src/session/rules.ts';
import { ready } from '../src/session/state.ts';
import { Dashboard, type DashboardProps } from '../src/ui/dashboard.tsx';
import { unicodeGlyphs } from '../src/ui/glyphs.ts';
import { curveLabelColumns, pulseCurve } from '../src/ui/pulse-curve.ts';
import { screenModel } from '../src/ui/screen-model.ts';
import { createSheet, signColumns, spelled } from '../src/ui/sheet.ts';
import { OnSheet } from '../src/ui/terminal-ink.tsx';
import { colourTheme } from '../src/ui/theme.ts';
import { createTrail } from '../src/ui/trail.ts';

const columns = 80;
const rows = 24;
const strideMs = 32_000;
const msPerColumn = 4000;

const header = headerSchema.parse({
  schemaVersion: 1,
  id: 'bench',
  app: 'bench',
  startedAt: '2026-11-22T07:00:00Z',
  utcOffsetMinutes: 0,
  timeZone: 'UTC',
  source: 'simulator',
  sensor: 'bench',
  routine: openRoutine,
  level: 0,
  limits: sourceLimits,
  rules: rulesSchema.parse({}),
});

/** The pictures of an open session with a beat a second, 80×24, one a measurement: what both painters are given. */
export function dashboardFrames(seconds: number): readonly string[] {
  const trail = createTrail();
  let state = ready(header);
  const frames: string[] = [];
  const take = (input: Input): void => {
    const { facts, state: after } = decide(state, input);
    state = after;
    trail.follow({ atMs: input.atMs, input, facts, state });
  };
  take({
    type: 'signal',
    atMs: 0,
    signal: { type: 'link', link: { status: 'connected', name: 'Bench' } },
  });
  for (let second = 1; second <= seconds; second += 1) {
    const bpm = Math.round(80 + 8 * Math.sin(second / 9) + 2 * Math.sin(second * 1.7));
    const measurement = { bpm, rrIntervalsMs: [60_000 / bpm] };
    take({ type: 'signal', atMs: second * 1000, signal: { type: 'measurement', measurement } });
    frames.push(frameAt(second * 1000));
  }
  return frames;

  function frameAt(atMs: number): string {
    const model = screenModel(state, atMs, {
      recording: { status: 'on' },
      muted: false,
      emergencyNumber: '112',
    });
    const look = { glyphs: unicodeGlyphs, theme: colourTheme };
    const curve: DashboardProps['curve'] = (width, height) => {
      const toMs = (Math.floor(atMs / strideMs) + 1) * strideMs;
      const fromMs = toMs - (width - curveLabelColumns) * msPerColumn;
      return pulseCurve(trail.pointsSince(fromMs), {
        fromMs,
        toMs,
        columns: width,
        rows: height,
        limits: state.limits,
        marksMs: trail.marksSince(fromMs),
        glyphs: unicodeGlyphs,
      });
    };
    const sheet = createSheet();
    const children = createElement(Dashboard, { model, look, columns, rows, curve });
    const words = renderToString(createElement(OnSheet, { sheet, children }), {
      columns: signColumns,
    });
    return spelled(sheet.fill(words), unicodeGlyphs);
  }
}
