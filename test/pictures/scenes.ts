import { EventEmitter } from 'node:events';
import { Terminal } from '@xterm/headless';
import { BehaviorSubject, NEVER, type SchedulerLike, VirtualTimeScheduler } from 'rxjs';
import { parseSimulator } from '../../devices/simulator/parse-simulator.ts';
import { simulateStrap } from '../../devices/simulator/simulate-strap.ts';
import { effortOf, isUpright } from '../../src/commands/effort.ts';
import { conduct } from '../../src/controller.ts';
import { findRoutine } from '../../src/library/library.ts';
import type { Fact } from '../../src/session/facts.ts';
import { type SessionHeader, titleOf } from '../../src/session/header.ts';
import { sourceLimits } from '../../src/session/limits.ts';
import { rulesSchema } from '../../src/session/rules.ts';
import { ready } from '../../src/session/state.ts';
import type { Turn } from '../../src/session/turn.ts';
import { unicodeGlyphs } from '../../src/ui/glyphs.ts';
import type { Look } from '../../src/ui/look.ts';
import { mountDashboard } from '../../src/ui/terminal-dashboard.ts';
import { colourTheme } from '../../src/ui/theme.ts';

export const look: Look = { glyphs: unicodeGlyphs, theme: colourTheme };

/** A process on a terminal that an emulator stands for: what is written to it is what it shows. */
export function emulated(columns: number, rows: number) {
  const emulator = new Terminal({ cols: columns, rows, allowProposedApi: true });
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    writableNeedDrain: false,
    write: (text: string) => {
      emulator.write(text);
      return true;
    },
  });
  const stdin = Object.assign(new EventEmitter(), {
    setEncoding: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  const signals = new EventEmitter();
  return {
    emulator,
    terminal: Object.assign(signals, { stdin, stdout }),
    settled: () => new Promise<void>((done) => emulator.write('', done)),
  };
}

const header: SessionHeader = {
  schemaVersion: 1,
  id: 'picture',
  app: 'pulsepace',
  startedAt: '2026-11-22T07:00:00.000Z',
  utcOffsetMinutes: 60,
  timeZone: 'Europe/Vienna',
  source: 'simulator',
  sensor: 'simulated strap',
  routine: findRoutine('heart'),
  level: 5,
  limits: sourceLimits,
  rules: rulesSchema.parse({}),
};

/** The dashboard of a simulated session, in simulated time, at the first moment that is meant. */
export async function dashboardAt(
  simulator: string,
  isMeant: (turn: Turn) => boolean,
): Promise<Terminal> {
  const { emulator, terminal, settled } = emulated(80, 24);
  const screen = mountDashboard({
    terminal,
    state: ready(header),
    look,
    viewerNow: () => 0,
    onKey: () => undefined,
    onNote: () => undefined,
  });
  const turns = turnsUntil(simulator, isMeant);
  const last = turns.at(-1);
  if (last === undefined) throw new Error(`${titleOf(header)} never came to the moment meant.`);
  screen.show({ ...last, facts: turns.flatMap(({ facts }) => facts) });
  screen.setRecording({ status: 'on' });
  await settled();
  return emulator;
}

/** The facts of a whole simulated session, and the header they belong to. */
export function sessionBy(simulator: string): {
  readonly header: SessionHeader;
  readonly facts: readonly Fact[];
} {
  const isEnded = ({ state }: Turn): boolean => state.phase.name === 'ended';
  return { header, facts: turnsUntil(simulator, isEnded).flatMap(({ facts }) => facts) };
}

/** What a command printed, on a terminal just tall enough for it. */
export async function printed(text: string): Promise<Terminal> {
  const lines = text.trimEnd().split('\n');
  const { emulator, settled } = emulated(80, lines.length);
  emulator.write(lines.join('\r\n'));
  await settled();
  return emulator;
}

function turnsUntil(simulator: string, isMeant: (turn: Turn) => boolean): Turn[] {
  const wearer = parseSimulator(simulator);
  if (typeof wearer === 'string') throw new Error(wearer);
  const scheduler = new VirtualTimeScheduler();
  const effort$ = new BehaviorSubject(0);
  const upright$ = new BehaviorSubject(false);
  const turns: Turn[] = [];
  let isOver = false;
  const session = conduct({
    header,
    sensor: simulateStrap({ ...wearer, effort$, upright$, scheduler: scheduler as SchedulerLike }),
    keys$: NEVER,
    scheduler,
    tickMs: 1000,
  }).subscribe((turn) => {
    turns.push(turn);
    effort$.next(effortOf(turn.state));
    upright$.next(isUpright(turn.state));
    isOver ||= isMeant(turn);
    if (isOver) session.unsubscribe();
  });
  const longestMs = 3_600_000;
  for (let reachedMs = 0; !isOver && reachedMs < longestMs; reachedMs += 10_000) {
    scheduler.maxFrames = reachedMs;
    scheduler.flush();
  }
  return isOver ? turns : [];
}

/** So long into the repetitions of a later step. */
export const isExercising =
  (forMs: number) =>
  ({ state, atMs }: Turn): boolean => {
    const { phase, work, clock } = state;
    return (
      phase.name === 'exercise' &&
      phase.stepIndex > 2 &&
      work?.plan[0]?.kind === 'reps' &&
      atMs - (clock.runningSinceMs ?? atMs) >= forMs
    );
  };

/** So long after a caution began, in the middle of an exercise. */
export const isCautioned =
  (forMs: number) =>
  ({ state, atMs }: Turn): boolean => {
    const onset = state.episodes.at(-1);
    return (
      state.phase.name === 'exercise' &&
      state.guard.caution !== undefined &&
      onset?.endMs === undefined &&
      onset !== undefined &&
      atMs - onset.onsetMs >= forMs
    );
  };
