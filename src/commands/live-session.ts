import { BehaviorSubject, connectable, Subject, timer } from 'rxjs';
import { type Clock, realClock, scaledClock, simulatedClock } from '../clock.ts';
import { conduct } from '../controller.ts';
import type { Journal } from '../journal/journal.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { Fact, Key } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import type { Turn } from '../session/turn.ts';
import { afterwards } from './afterwards.ts';
import type { ChosenSensor } from './choose-sensor.ts';
import { chooseView } from './choose-view.ts';
import { exitCode } from './door-error.ts';
import { effortOf } from './effort.ts';
import type { Io } from './io.ts';
import type { SessionFlags } from './session-flags.ts';
import { wayOut } from './way-out.ts';

type Parts = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly sensor: ChosenSensor;
  readonly journal: Journal;
  readonly flags: SessionFlags;
  readonly profile: Pick<Profile, 'emergencyNumber'>;
};

/**
 * Joins the live parts: journal before screen and sound, then the stream is connected. Resolves when the session has
 * ended, is saved and the terminal is given back.
 */
export async function liveSession(parts: Parts): Promise<number> {
  const { io, header, sensor, journal, flags, profile } = parts;
  const clock = clockFor(sensor, flags);
  const keys$ = new Subject<Key>();
  const effort$ = new BehaviorSubject(0);
  const kept: Fact[] = [];
  const out = wayOut(
    io,
    () => keys$.next('stop'),
    (code) => {
      view.leave();
      journal.closeSync();
      process.exit(code);
    },
  );
  const view = await chooseView({
    io,
    header,
    journal,
    flags,
    emergencyNumber: profile.emergencyNumber,
    press: (key) => keys$.next(key),
    interrupt: () => out.stop('SIGINT'),
  });
  const turns$ = connectable(
    conduct({
      header,
      sensor: sensor.open(clock.scheduler, effort$),
      keys$,
      scheduler: clock.scheduler,
      tickMs: clock.tickMs,
    }),
    { connector: () => new Subject<Turn>(), resetOnDisconnect: false },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      turns$.subscribe({ next: ({ facts }) => journal.append(facts) });
      if (journal.path === undefined) turns$.subscribe(({ facts }) => kept.push(...facts));
      turns$.subscribe(({ state }) => effort$.next(effortOf(state)));
      turns$.subscribe({ next: view.show, error: reject, complete: resolve });
      if (flags.minutes !== undefined) {
        timer(flags.minutes * 60_000, clock.scheduler).subscribe(() => keys$.next('stop'));
      }
      turns$.connect();
      clock.run();
    });
  } finally {
    clock.stop();
    view.leave();
    await journal.close();
    out.forget();
  }
  if (flags.json !== true) afterwards({ io, header, journal, kept });
  return out.code() ?? exitCode.ok;
}

/** A heart beats in real time; what is simulated or recorded has a time of its own. */
function clockFor({ source }: ChosenSensor, { speed }: SessionFlags): Clock {
  if (speed === 'max') return simulatedClock();
  return source === 'strap' ? realClock() : scaledClock(speed ?? 1);
}
