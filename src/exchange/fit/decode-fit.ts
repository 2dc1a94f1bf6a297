import type {
  CarriedLap,
  CarriedPoint,
  CarriedSession,
  ReadFile,
  Stretch,
} from '../carried-session.ts';
import { ExchangeError } from '../exchange-error.ts';
import { beatsOneAfterTheOther, pointsFromBeats } from '../text/points-from-beats.ts';
import { FitGathered } from './fit-gathered.ts';
import type { FitLap } from './fit-lap-and-session.ts';
import { isFit, visitMessages } from './fit-messages.ts';
import { makerName } from './maker-name.ts';
import { epochSeconds, intensity } from './profile.ts';
import { inOrder } from './records-in-order.ts';
import { sportOf } from './sports.ts';

/** What an offset of local time from UTC can be. */
const longestOffsetS = 18 * 3600;
/** A session's own length is believed where the file's other times come near it. */
const nearS = 2;

/**
 * A FIT activity: its records, RR intervals, laps and pauses. A damaged file gives what is whole before the damage, and
 * says so. Throws an ExchangeError for what is no FIT file, or holds no record and no RR interval.
 */
export function decodeFit(bytes: Uint8Array): ReadFile {
  if (!isFit(bytes)) throw new ExchangeError('it is no FIT file', 2);
  const gathered = new FitGathered(bytes);
  const damage = visitMessages(bytes, (definition, from, time) =>
    gathered.take(definition, from, time),
  );
  gathered.end();
  const { records, outOfPlace } = inOrder(gathered.records);
  if (outOfPlace > 0) damage.push(`${outOfPlace} of its records have times that cannot be`);
  const beats = gathered.looseBeats;
  if (records.length === 0 && beats.length === 0) {
    const why = damage.length > 0 ? `: ${damage.join('; ')}` : '';
    throw new ExchangeError(`it holds no record and no RR interval${why}`);
  }
  const startS = startOf(gathered, records[0]?.second);
  const points = records.map(({ second, bpm, rrIntervalsMs }): CarriedPoint => {
    const atMs = (second - startS) * 1000;
    return bpm === undefined ? { atMs, rrIntervalsMs } : { atMs, bpm, rrIntervalsMs };
  });
  if (points.length === 0) points.push(...pointsFromBeats(beatsOneAfterTheOther(beats)));
  const endMs = endOf(gathered, startS, points.at(-1)?.atMs ?? 0);
  return {
    session: sessionOf(gathered, { startS, endMs, points }),
    records: records.length,
    damage,
  };
}

type Frame = { readonly startS: number; readonly endMs: number; readonly points: CarriedPoint[] };

function sessionOf(gathered: FitGathered, { startS, endMs, points }: Frame): CarriedSession {
  const { session, offsetS, title } = gathered;
  const sport = sportOf(gathered.sport);
  const sensor = gathered.sensorName || makerName(gathered);
  const isPlausible = offsetS !== undefined && Math.abs(offsetS) <= longestOffsetS;
  return {
    ...(startS > 0 && { startedAt: new Date((startS + epochSeconds) * 1000).toISOString() }),
    ...(isPlausible && { utcOffsetMinutes: Math.round(offsetS / 60) }),
    endMs,
    ...(title !== '' && { title }),
    ...(sensor !== '' && { sensor }),
    ...(sport !== undefined && { sport }),
    ...(session !== undefined &&
      session.sessionId !== '' && {
        origin: {
          sessionId: session.sessionId,
          routineId: session.routineId,
          source: session.source,
        },
      }),
    points,
    laps: gathered.laps.flatMap((lap, index) => lapOf(gathered, lap, { index, startS, endMs })),
    pauses: pausesOf(gathered, startS, endMs),
    warnings: [],
    ...(session?.rpe !== undefined && session.rpe <= 100 && { cr10: session.rpe / 10 }),
  };
}

/** The session's own start where the first record bears it out, else that record's time. */
function startOf({ session }: FitGathered, firstS: number | undefined): number {
  const said = session?.startS;
  if (firstS === undefined) return said ?? 0;
  const isBorneOut = said !== undefined && said <= firstS && firstS - said <= 86_400;
  return isBorneOut ? said : firstS;
}

function endOf({ session, timers }: FitGathered, startS: number, lastMs: number): number {
  const stopMs = timers
    .map(({ second }) => (second - startS) * 1000)
    .filter((ms) => ms >= lastMs && ms <= lastMs + 86_400_000)
    .reduce((latest, ms) => Math.max(latest, ms), lastMs);
  const said = session?.elapsedMs;
  const isNear = said !== undefined && Math.abs(said - stopMs) <= nearS * 1000 && said >= lastMs;
  return isNear ? said : stopMs;
}

type Whole = { readonly index: number; readonly startS: number; readonly endMs: number };

function lapOf(
  { steps }: FitGathered,
  lap: FitLap,
  { index, startS, endMs }: Whole,
): readonly CarriedLap[] {
  if (lap.startS === undefined) return [];
  const saidMs = (lap.startS - startS) * 1000;
  const fromMs = saidMs < endMs + 1000 ? Math.min(saidMs, endMs) : saidMs;
  const toMs =
    lap.elapsedMs === undefined
      ? ((lap.endS ?? lap.startS) - startS) * 1000
      : fromMs + lap.elapsedMs;
  if (fromMs < 0 || toMs < fromMs || fromMs > endMs) return [];
  const isStill =
    lap.intensity === intensity.rest ||
    lap.intensity === intensity.recovery ||
    lap.intensity === intensity.cooldown;
  return [
    {
      startMs: fromMs,
      endMs: Math.min(toMs, endMs),
      name: (lap.step === undefined ? undefined : steps.get(lap.step)) || `Lap ${index + 1}`,
      ...(lap.step !== undefined && { stepIndex: lap.step }),
      isStill,
      ...(lap.outcome !== '' && { outcome: lap.outcome }),
    },
  ];
}

function pausesOf({ timers }: FitGathered, startS: number, endMs: number): Stretch[] {
  const pauses: Stretch[] = [];
  let stoppedMs: number | undefined;
  for (const { second, isStart } of timers) {
    const atMs = (second - startS) * 1000;
    if (!isStart) stoppedMs ??= atMs;
    else if (stoppedMs !== undefined) {
      if (atMs > stoppedMs && stoppedMs >= 0 && atMs <= endMs) {
        pauses.push({ startMs: stoppedMs, endMs: atMs });
      }
      stoppedMs = undefined;
    }
  }
  // Every file stops its timer where it ends; a stop well before that is a pause that nobody ended.
  if (stoppedMs !== undefined && stoppedMs >= 0 && endMs - stoppedMs >= 1000) {
    pauses.push({ startMs: stoppedMs, endMs });
  }
  return pauses;
}
