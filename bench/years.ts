import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BehaviorSubject, Subject, VirtualTimeScheduler } from 'rxjs';
import { PERSONS, UNTRAINED } from '../devices/simulator/persons.ts';
import { mulberry32 } from '../devices/simulator/random.ts';
import { simulateStrap } from '../devices/simulator/simulate-strap.ts';
import { effortOf, isUpright } from '../src/commands/effort.ts';
import { conduct } from '../src/controller.ts';
import { journalName } from '../src/journal/journal-name.ts';
import { lineOf } from '../src/journal/line.ts';
import { findRoutine } from '../src/library/library.ts';
import { dateOf } from '../src/review/local-day.ts';
import type { Fact, Key } from '../src/session/facts.ts';
import { currentSchemaVersion, type SessionHeader } from '../src/session/header.ts';
import { sourceLimits } from '../src/session/limits.ts';
import { openRoutine } from '../src/session/routine.ts';
import { rulesSchema } from '../src/session/rules.ts';

export type Years = {
  readonly days: number;
  /** The last of them, days since 1970-01-01. */
  readonly lastDay: number;
  readonly seed: number;
  /** Minutes of an open session a day; the heart routine where absent. */
  readonly openMinutes?: number;
};

/** So many different sessions are lived through; the days take turns. */
const livedSessions = 12;

/** Writes years of daily sessions into a data directory, in the program's own format, as if a strap had been worn. */
export function writeYears(directory: string, years: Years): void {
  const { days, lastDay, seed, openMinutes } = years;
  const folder = join(directory, 'sessions');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lived = Array.from({ length: Math.min(days, livedSessions) }, (_, index) =>
    livedThrough(seed + index, openMinutes),
  );
  const lot = mulberry32(seed);
  for (let index = 0; index < days; index += 1) {
    const day = lastDay - days + 1 + index;
    const minute = String(Math.floor(lot() * 60)).padStart(2, '0');
    const startedAt = `${dateOf(day)}T06:${minute}:00.000Z`;
    const id = index.toString(36).padStart(6, '0');
    const { header, lines } = lived[Math.floor(lot() * lived.length)] ?? livedThrough(seed);
    const text = lineOf({ ...header, id, startedAt }) + lines;
    writeFileSync(join(folder, journalName(startedAt, id)), text, { mode: 0o600 });
  }
}

type Lived = { readonly header: SessionHeader; readonly lines: string };

function livedThrough(seed: number, openMinutes?: number): Lived {
  const header: SessionHeader = {
    schemaVersion: currentSchemaVersion,
    id: 'years',
    app: 'years',
    startedAt: '2026-01-01T06:00:00.000Z',
    utcOffsetMinutes: 60,
    timeZone: 'Europe/Vienna',
    source: 'strap',
    sensor: 'a simulated strap',
    routine: openMinutes === undefined ? findRoutine('heart') : openRoutine,
    level: 0,
    limits: sourceLimits,
    rules: rulesSchema.parse({}),
  };
  const scheduler = new VirtualTimeScheduler();
  const effort$ = new BehaviorSubject(0);
  const upright$ = new BehaviorSubject(false);
  const keys$ = new Subject<Key>();
  const person = PERSONS[seed % PERSONS.length] ?? UNTRAINED;
  const sensor = simulateStrap({ person, seed, faults: [], effort$, upright$, scheduler });
  const facts: Fact[] = [];
  conduct({ header, sensor, keys$, scheduler, tickMs: 1000 }).subscribe((turn) => {
    facts.push(...turn.facts);
    effort$.next(effortOf(turn.state));
    upright$.next(isUpright(turn.state));
  });
  if (openMinutes !== undefined) {
    scheduler.schedule(() => keys$.next('time-up'), openMinutes * 60_000);
  }
  scheduler.flush();
  return { header, lines: facts.map(lineOf).join('') };
}
