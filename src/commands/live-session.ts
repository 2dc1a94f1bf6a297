import { uptime } from 'node:os';
import { BehaviorSubject, Subject, takeUntil, timer } from 'rxjs';
import { type Clock, realClock, scaledClock, simulatedClock } from '../clock.ts';
import { conduct, type Resumed } from '../controller.ts';
import type { Journal } from '../journal/journal.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { Fact, Key } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import type { Turn } from '../session/turn.ts';
import { afterwards } from './afterwards.ts';
import type { ChosenSensor } from './choose-sensor.ts';
import { chooseView } from './choose-view.ts';
import { exitCode } from './door-error.ts';
import { effortOf, isUpright } from './effort.ts';
import { noteFrom } from './effort-and-note.ts';
import type { Io } from './io.ts';
import { keepAwake } from './keep-awake.ts';
import type { Manner } from './manner.ts';
import type { SensorWish } from './sensor-wish.ts';
import type { SessionFlags } from './session-flags.ts';
import { keepNurserySmall } from './small-nursery.ts';
import type { View } from './view.ts';
import { wayOut } from './way-out.ts';

type Parts = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly sensor: ChosenSensor;
  readonly journal: Journal;
  readonly flags: SessionFlags;
  readonly profile: Pick<Profile, 'emergencyNumber' | 'theme' | 'irregularRhythm'>;
  readonly manner: Manner;
  /** Gives back at once what the session holds beside the terminal and the journal. */
  readonly release: () => void;
  /** When the header's wall clock, or the gap of a resumed session, was read, in ms of `performance.now()`. */
  readonly begunMs: number;
  /** Where an interrupted session goes on from. */
  readonly resumed?: Resumed;
};

/**
 * Joins the live parts and resolves to the exit code when the session has ended, is saved and the terminal is given
 * back. A turn goes to the journal before anyone draws it; a fault in any part ends the session and is thrown.
 */
export async function liveSession(parts: Parts): Promise<number> {
  const { io, header, sensor, journal, flags, profile } = parts;
  if (flags.speed !== 'max') keepNurserySmall();
  const clock = clockFor(sensor, flags);
  const keys$ = new Subject<Key>();
  const notes$ = new Subject<string>();
  const wish$ = new Subject<SensorWish>();
  // Where there is a journal, or no summary, nothing of it is needed again.
  const isKept = journal.path === undefined && flags.json !== true;
  const kept = isKept ? (await import('./kept-facts.ts')).keepFacts() : undefined;
  let lastMs = parts.resumed?.state.atMs ?? 0;
  let view: View | undefined;
  let sleepAgain = (): void => undefined;
  const out = wayOut(
    io,
    () => keys$.next('stop'),
    () => {
      view?.leave();
      sleepAgain();
      journal.closeSync();
      parts.release();
    },
  );
  try {
    view = await chooseView({
      ...parts,
      emergencyNumber: profile.emergencyNumber,
      press: (key) => keys$.next(key),
      note,
      wish: (wish) => wish$.next(wish),
      interrupt: () => out.stop('SIGINT'),
    });
    if (out.code() === undefined) {
      // To start a process takes a while: the first screen comes before it.
      if (flags.speed !== 'max') sleepAgain = keepAwake(io.env);
      await run(clock, view);
    }
  } finally {
    clock.stop();
    sleepAgain();
    view?.leave();
    await journal.close();
    out.forget();
  }
  const { isAccessible } = parts.manner;
  const isIrregularTold = profile.irregularRhythm === true;
  afterwards({
    io,
    header,
    journal,
    kept: kept?.all() ?? [],
    flags,
    isAccessible,
    isIrregularTold,
  });
  return out.code() ?? (journal.unwritten() > 0 ? exitCode.unwritable : exitCode.ok);

  function keep(facts: readonly Fact[]): void {
    journal.append(facts);
    kept?.add(facts);
  }

  /** What was being typed when the session ended belongs to it still. */
  function note(typed: string): void {
    const text = noteFrom(typed);
    if (text === undefined) return;
    if (notes$.observed) notes$.next(text);
    else keep([{ type: 'note-added', atMs: lastMs, text }]);
  }

  function run({ scheduler, tickMs, bootNow, run }: Clock, shown: View): Promise<void> {
    const effort$ = new BehaviorSubject(0);
    const upright$ = new BehaviorSubject(false);
    const take = (turn: Turn): void => {
      keep(turn.facts);
      lastMs = turn.atMs;
      effort$.next(effortOf(turn.state));
      upright$.next(isUpright(turn.state));
      shown.show(turn);
    };
    return new Promise((resolve, reject) => {
      const ended$ = new Subject<void>();
      const session = conduct({
        header,
        sensor: sensor.open(scheduler, { effort$, upright$ }, { wish$, say: shown.say }),
        keys$,
        notes$,
        scheduler,
        tickMs,
        bootNow,
        // A simulated session has a time of its own, the same at every speed.
        begunMs: bootNow === undefined ? undefined : parts.begunMs,
        resumed: parts.resumed,
      }).subscribe({
        next: (turn) => {
          try {
            take(turn);
          } catch (error) {
            reject(error);
            session.unsubscribe();
          }
        },
        error: reject,
        complete: resolve,
      });
      session.add(() => ended$.next());
      if (flags.minutes !== undefined) {
        timer(flags.minutes * 60_000, scheduler)
          .pipe(takeUntil(ended$))
          .subscribe(() => keys$.next('time-up'));
      }
      run();
    });
  }
}

/** A heart beats in real time; what is simulated or recorded has a time of its own. */
function clockFor({ source }: ChosenSensor, { speed }: SessionFlags): Clock {
  if (speed === 'max') return simulatedClock();
  return source === 'strap' || source === 'none'
    ? realClock(() => uptime() * 1000)
    : scaledClock(speed ?? 1);
}
