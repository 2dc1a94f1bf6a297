import { setTimeout } from 'node:timers';
import { bellFor } from '../cues/bell.ts';
import { lineOf } from '../journal/line.ts';
import { decide } from '../session/decide.ts';
import type { SessionHeader } from '../session/header.ts';
import { ready } from '../session/state.ts';
import { Dashboard } from '../ui/dashboard.tsx';
import type { Look } from '../ui/look.ts';
import { createPainter, sizeOf, type TerminalOutput } from '../ui/painter.ts';
import { screenModel } from '../ui/screen-model.ts';
import { bareRows } from '../ui/sheet.ts';

/** After the first screen, and before any strap is found. */
const afterMs = 100;
/** What runs so often V8 compiles, and keeps; some 2 ms each, with pauses in which keys and straps are heard. */
const times = 60;
const pauseMs = 10;
const beatMs = 1000;

type Rehearsed = {
  readonly header: SessionHeader;
  readonly look: Look;
  readonly size: Pick<TerminalOutput, 'columns' | 'rows'>;
};

/** Rehearses warnings once the first screen is drawn; the returned call leaves out what is left of it. */
export function rehearseSoon(rehearsed: Rehearsed): () => void {
  let left = times;
  let timer = setTimeout(once, afterMs).unref();
  function once(): void {
    rehearse(rehearsed);
    left -= 1;
    if (left > 0) timer = setTimeout(once, pauseMs).unref();
  }
  return () => clearTimeout(timer);
}

/**
 * Judges, words and paints for nobody a pulse that passes both limits, and returns the bytes that rang and painted. What
 * runs for the first time has to be parsed and compiled; the first warning of a session shall not wait for that.
 */
export function rehearse({ header, look, size }: Rehearsed): string {
  let bytes = '';
  const nowhere: TerminalOutput = {
    ...sizeOf(size),
    writableNeedDrain: false,
    write: (text) => {
      bytes += text;
      return true;
    },
    on: () => undefined,
    off: () => undefined,
  };
  const painter = createPainter(nowhere);
  painter.enter();
  let state = ready(header);
  const { cautionBpm, limitBpm } = header.limits;
  const beats = [cautionBpm - 5, cautionBpm - 4, cautionBpm + 1, cautionBpm + 2, limitBpm + 1];
  for (const [beat, bpm] of beats.entries()) {
    const measurement = { bpm, rrIntervalsMs: [60_000 / bpm] };
    const atMs = (beat + 1) * beatMs;
    const signal = { type: 'measurement' as const, measurement };
    const judged = decide(state, { type: 'signal', atMs, signal });
    state = judged.state;
    judged.facts.map(lineOf);
    bytes += bellFor(judged.facts);
    const model = screenModel(state, atMs, {
      recording: { status: 'on' },
      muted: false,
      emergencyNumber: '',
    });
    const screen = Dashboard({ model, look, curve: () => [], ...sizeOf(size) });
    painter.paint(bareRows(screen)?.join('\n') ?? '');
  }
  return bytes;
}
