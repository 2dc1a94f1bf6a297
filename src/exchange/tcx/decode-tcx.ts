import type { Sport } from '../../session/sport.ts';
import type {
  CarriedLap,
  CarriedPoint,
  CarriedSession,
  ReadFile,
  Stretch,
} from '../carried-session.ts';
import { cleanText } from '../clean-text.ts';
import { titleOfRemark } from '../disclaimer.ts';
import { ExchangeError } from '../exchange-error.ts';
import { originIn } from '../origin-text.ts';
import { TcxGathered, type TcxLap } from './tcx-gathered.ts';
import { visitXml } from './visit-xml.ts';

const sportsByName: Readonly<Record<string, Sport>> = { Running: 'jog', Biking: 'cycle' };
/** Two tracks of a lap that lie closer together than this are one. */
const leastPauseMs = 1;

/**
 * The first activity of a TCX file: its points, its laps that are not rest, and its pauses. A file that breaks off gives
 * what is whole before that, and says so. Throws an ExchangeError where it holds no point in time.
 */
export function decodeTcx(text: string): ReadFile {
  const gathered = new TcxGathered();
  const broken = visitXml(text, gathered);
  const damage = [...(broken === undefined ? [] : [broken]), ...gathered.problems()];
  const times = gathered.laps.flatMap(({ startMs, tracks }) => [
    ...(startMs === undefined ? [] : [startMs]),
    ...tracks.flat().map(({ unixMs }) => unixMs),
  ]);
  const originMs = times.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(originMs)) {
    throw new ExchangeError(
      `it holds no point in time${damage.length > 0 ? `: ${damage.join('; ')}` : ''}`,
    );
  }
  const records = gathered.laps.reduce((sum, { tracks }) => sum + tracks.flat().length, 0);
  return { session: sessionOf(gathered, originMs), records, damage };
}

function sessionOf(gathered: TcxGathered, originMs: number): CarriedSession {
  const points = gathered.laps
    .flatMap(({ tracks }) => tracks.flat())
    .flatMap(({ unixMs, bpm }): CarriedPoint[] =>
      bpm === undefined ? [] : [{ atMs: unixMs - originMs, bpm, rrIntervalsMs: [] }],
    )
    .sort((a, b) => a.atMs - b.atMs);
  const pauses = joined(gathered.laps.flatMap((lap) => pausesIn(lap, originMs)));
  const ends = gathered.laps.map((lap) => endOf(lap, originMs, pauses));
  const sport = sportsByName[gathered.sport];
  const origin = originIn(gathered.origin);
  const [title, sensor] = [cleanText(titleOfRemark(gathered.notes)), cleanText(gathered.creator)];
  return {
    startedAt: new Date(originMs).toISOString(),
    endMs: Math.max(points.at(-1)?.atMs ?? 0, ...ends),
    ...(title !== '' && { title }),
    ...(sensor !== '' && { sensor }),
    ...(sport !== undefined && { sport }),
    ...(origin !== undefined && { origin }),
    points,
    laps: gathered.laps.flatMap((lap, index) => lapOf(lap, originMs, ends[index] ?? 0)),
    pauses,
    warnings: [],
  };
}

function lapOf(lap: TcxLap, originMs: number, endMs: number): CarriedLap[] {
  if (lap.isRest || lap.startMs === undefined) return [];
  return [{ startMs: lap.startMs - originMs, endMs, name: cleanText(lap.notes) }];
}

/** A lap's time on the timer, with the pauses in it; never before its last point. */
function endOf(lap: TcxLap, originMs: number, pauses: readonly Stretch[]): number {
  const lastMs = (lap.tracks.at(-1)?.at(-1)?.unixMs ?? originMs) - originMs;
  if (lap.startMs === undefined) return lastMs;
  let endMs = lap.startMs - originMs + lap.totalMs;
  for (const pause of pauses) {
    const isWithin = pause.endMs > lap.startMs - originMs && pause.startMs < endMs;
    if (isWithin) endMs += pause.endMs - Math.max(pause.startMs, lap.startMs - originMs);
  }
  return Math.max(endMs, lastMs);
}

function pausesIn({ tracks }: TcxLap, originMs: number): Stretch[] {
  return tracks.slice(1).flatMap((track, index): Stretch[] => {
    const startMs = (tracks[index]?.at(-1)?.unixMs ?? originMs) - originMs;
    const endMs = (track[0]?.unixMs ?? originMs) - originMs;
    return endMs - startMs >= leastPauseMs ? [{ startMs, endMs }] : [];
  });
}

/** Pauses that touch, as those over the end of a lap do, as one. */
function joined(pauses: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const pause of pauses) {
    const last = all.at(-1);
    if (last !== undefined && last.endMs === pause.startMs) {
      all[all.length - 1] = { startMs: last.startMs, endMs: pause.endMs };
    } else all.push(pause);
  }
  return all;
}
