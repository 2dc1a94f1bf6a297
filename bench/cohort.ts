import { argv, stdout } from 'node:process';
import { findRoutine } from '../src/library/library.ts';
import { currentSchemaVersion, type SessionHeader } from '../src/session/header.ts';
import { type Limits, sourceLimits } from '../src/session/limits.ts';
import { rulesSchema } from '../src/session/rules.ts';
import { dropoutsOf, heartOf, KINDS, type Kind, ownLimits } from './cohort-hearts.ts';
import { cohortSession, type Outcome } from './cohort-session.ts';

/**
 * Runs the heart routine over six kinds of hearts, so many seeds each (50, or the first argument), at the source's
 * limits and at those the program would offer; the second argument is a JSON of rules to try, such as
 * `{"easedCadence":0.7}`.
 */
const seeds = Number(argv[2] ?? 50);
const rules = rulesSchema.parse(JSON.parse(argv[3] ?? '{}'));

const headerWith = (limits: Limits): SessionHeader => ({
  schemaVersion: currentSchemaVersion,
  id: 'cohort',
  app: 'cohort',
  startedAt: '2026-01-01T07:00:00.000Z',
  utcOffsetMinutes: 0,
  timeZone: 'UTC',
  source: 'simulator',
  sensor: 'a simulated strap',
  routine: findRoutine('heart'),
  level: 0,
  limits,
  rules,
});

function outcomesOf(kind: Kind, isOwn: boolean, stands: boolean): Outcome[] {
  return Array.from({ length: seeds }, (_, index) => {
    const seed = index + 1;
    const person = heartOf(kind, seed);
    const limits = isOwn ? ownLimits(kind, person.restingBpm) : sourceLimits;
    const wearer = { person, seed, faults: dropoutsOf(seed) };
    return cohortSession(headerWith(limits), wearer, stands);
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const mayProgress = ({ reason, overStops, cautionMs, exerciseMs }: Outcome): boolean =>
  reason === 'completed' && overStops === 0 && cautionMs <= exerciseMs / 2;

function row(name: string, outcomes: readonly Outcome[]): string {
  const cells = [
    percent(mean(outcomes.map(({ reason }) => Number(reason === 'completed')))),
    mean(outcomes.map(({ overStops }) => overStops)).toFixed(2),
    percent(mean(outcomes.map(({ cautionMs, exerciseMs }) => cautionMs / Math.max(1, exerciseMs)))),
    mean(outcomes.map(({ sounds, lengthMs }) => (sounds * 60_000) / lengthMs)).toFixed(2),
    mean(outcomes.map(({ lengthMs, plannedMs }) => lengthMs / plannedMs)).toFixed(2),
    mean(outcomes.map(({ skipped }) => skipped)).toFixed(1),
    mean(outcomes.map(({ dropped }) => dropped)).toFixed(1),
    percent(mean(outcomes.map((each) => Number(mayProgress(each))))),
  ];
  return name.padEnd(32) + cells.map((cell) => cell.padStart(11)).join('');
}

const titles = [
  'completed',
  'over-stops',
  'in caution',
  'sounds/min',
  'length',
  'left out',
  'dropped',
  'progress',
];
stdout.write(`${''.padEnd(32)}${titles.map((title) => title.padStart(11)).join('')}\n`);
for (const isOwn of [false, true]) {
  stdout.write(`${isOwn ? 'own limits' : 'limits of the source, 90–100'}, ${seeds} seeds each\n`);
  for (const kind of KINDS)
    stdout.write(`${row(`  ${kind.name}`, outcomesOf(kind, isOwn, true))}\n`);
}
stdout.write('who leaves standing work out where it needs a key\n');
for (const isOwn of [false, true]) {
  const which = isOwn ? 'own limits' : '90–100';
  for (const kind of KINDS.filter(({ person }) => person.restingBpm >= 80)) {
    stdout.write(`${row(`  ${kind.name}, ${which}`, outcomesOf(kind, isOwn, false))}\n`);
  }
}
