import type { CarriedPoint, ReadFile } from '../carried-session.ts';
import { rowsOf } from '../csv/cells.ts';
import { ExchangeError } from '../exchange-error.ts';
import { type Moment, momentIn } from './local-time.ts';
import { type Beat, pointsFromBeats } from './points-from-beats.ts';

type Shape = {
  readonly sensor: string;
  readonly separator: ',' | ';';
  readonly timeColumn: number;
  readonly valueColumn: number;
  readonly value: 'rr' | 'bpm';
};

/** HRV Logger's RR file (`date,rr,since start`, newer `timestamp,rr,since_start`), or one of Polar Sensor Logger. */
export function appTextShape(text: string): Shape | undefined {
  const [first = ''] = text
    .slice(0, 500)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const separator = first.includes(';') ? ';' : ',';
  const names = first.split(separator).map((name) => name.trim().toLowerCase());
  const at = (name: string): number => names.indexOf(name);
  const timeColumn = Math.max(at('date'), at('timestamp'), at('phone timestamp'));
  if (timeColumn < 0) return undefined;
  const shape = { separator, timeColumn } as const;
  if (at('rr') >= 0) return { ...shape, sensor: 'HRV Logger', valueColumn: at('rr'), value: 'rr' };
  const sensor = 'Polar Sensor Logger';
  const [rr, bpm] = [at('rr-interval [ms]'), at('hr [bpm]')];
  if (rr >= 0) return { ...shape, sensor, valueColumn: rr, value: 'rr' };
  return bpm < 0 ? undefined : { ...shape, sensor, valueColumn: bpm, value: 'bpm' };
}

/** Such a text. A file that breaks off or holds rows that make no sense gives the others, and says so. */
export function decodeAppText(text: string, shape: Shape): ReadFile {
  const read: { moment: Moment; value: number }[] = [];
  let bad = -1;
  for (const row of rowsOf(text, shape.separator)) {
    const moment = timeOf(row[shape.timeColumn] ?? '', read.at(-1)?.moment);
    const value = Number((row[shape.valueColumn] ?? '').trim() || Number.NaN);
    const isSound = value > 0 && value < 65_535;
    if (moment === undefined || !isSound || isFar(moment, read[0]?.moment)) bad += 1;
    else read.push({ moment, value });
  }
  const [first] = read;
  if (first === undefined) throw new ExchangeError('none of its rows makes sense');
  const firstMs = first.moment.unixMs - (shape.value === 'rr' ? first.value : 0);
  const placed = read
    .map(({ moment, value }) => ({ atMs: Math.max(0, moment.unixMs - firstMs), value }))
    .sort((a, b) => a.atMs - b.atMs);
  const points =
    shape.value === 'rr' ? pointsFromBeats(withinPackets(placed)) : placed.map(pulsePoint);
  return {
    session: {
      startedAt: new Date(firstMs).toISOString(),
      utcOffsetMinutes: first.moment.utcOffsetMinutes,
      endMs: points.at(-1)?.atMs ?? 0,
      sensor: shape.sensor,
      points,
      laps: [],
      pauses: [],
      warnings: [],
    },
    records: read.length,
    damage: bad > 0 ? [`${bad} of its rows make no sense and were left out`] : [],
  };
}

/** No session is longer. */
const longestMs = 15 * 86_400_000;

const isFar = (moment: Moment, first = moment): boolean =>
  Math.abs(moment.unixMs - first.unixMs) > longestMs;

type Placed = { readonly atMs: number; readonly value: number };

const pulsePoint = ({ atMs, value }: Placed): CarriedPoint => ({
  atMs,
  bpm: Math.round(value),
  rrIntervalsMs: [],
});

const withinPackets = (placed: readonly Placed[]): Beat[] =>
  placed.map(({ atMs, value }) => ({ atMs, rrIntervalMs: value }));

const dayMs = 86_400_000;

/** A time of day alone (`23:59:59.5`) is one of the day of the row before, or of the next where it would go back. */
function timeOf(cell: string, before: Moment | undefined): Moment | undefined {
  const text = cell.trim();
  if (/^\d{12,14}$/.test(text)) {
    const unixMs = Number(text);
    return { unixMs, utcOffsetMinutes: 0 - new Date(unixMs).getTimezoneOffset() };
  }
  if (!/^\d\d:\d\d:\d\d/.test(text)) return momentIn(text);
  const day = new Date(before?.unixMs ?? Date.now());
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  const moment = momentIn(`${date} ${text}`);
  if (moment === undefined || before === undefined) return moment;
  const isNextDay = moment.unixMs < before.unixMs - dayMs / 2;
  return isNextDay ? { ...moment, unixMs: moment.unixMs + dayMs } : moment;
}

const two = (value: number): string => String(value).padStart(2, '0');
