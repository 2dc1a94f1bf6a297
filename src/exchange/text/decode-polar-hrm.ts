import type { CarriedPoint, ReadFile } from '../carried-session.ts';
import { ExchangeError } from '../exchange-error.ts';
import { momentIn } from './local-time.ts';
import { beatsOneAfterTheOther, pointsFromBeats } from './points-from-beats.ts';

/** In Polar's HRM format this "interval" says that each row is an RR interval in ms. */
const rrMode = 238;
/** From one value to the next; more than any such watch has. */
const longestIntervalS = 600;

export const isPolarHrm = (text: string): boolean => /^\uFEFF?\s*\[Params\]/.test(text);

/** Polar's HRM text: `[Params]` with Date, StartTime and Interval, and `[HRData]` with a pulse or an RR interval a row. */
export function decodePolarHrm(text: string): ReadFile {
  const params = section(text, 'Params');
  const values = section(text, 'HRData').map((row) => Number.parseInt(row, 10));
  const intervalS = Number(paramOf(params, 'Interval'));
  const isRr = intervalS === rrMode;
  const isSound = (value: number): boolean => value > 0 && value < (isRr ? 65_535 : 256);
  const sound = values.filter(isSound);
  if (sound.length === 0 || !(intervalS > 0 && intervalS <= longestIntervalS)) {
    throw new ExchangeError('its [HRData] holds neither pulses nor RR intervals');
  }
  const points = isRr
    ? pointsFromBeats(beatsOneAfterTheOther(sound))
    : values.flatMap((bpm, index): CarriedPoint[] =>
        isSound(bpm) ? [{ atMs: index * intervalS * 1000, bpm, rrIntervalsMs: [] }] : [],
      );
  const moment = startOf(params);
  const bad = values.filter(Number.isNaN).length;
  return {
    session: {
      ...(moment !== undefined && {
        startedAt: new Date(moment.unixMs).toISOString(),
        utcOffsetMinutes: moment.utcOffsetMinutes,
      }),
      endMs: points.at(-1)?.atMs ?? 0,
      sensor: 'Polar',
      points,
      laps: [],
      pauses: [],
      warnings: [],
    },
    records: values.length,
    damage: bad > 0 ? [`${bad} of its rows make no sense and were left out`] : [],
  };
}

/** The lines below `[name]` up to the next section, the empty ones left out. */
function section(text: string, name: string): string[] {
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => line.trim() === `[${name}]`);
  if (from < 0) return [];
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('['));
  const rows = length < 0 ? lines.slice(from + 1) : lines.slice(from + 1, from + 1 + length);
  return rows.map((row) => row.trim()).filter((row) => row !== '');
}

const paramOf = (params: readonly string[], name: string): string =>
  params.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

function startOf(params: readonly string[]): ReturnType<typeof momentIn> {
  const date = /^(\d{4})(\d\d)(\d\d)$/.exec(paramOf(params, 'Date'));
  if (date === null) return undefined;
  return momentIn(`${date[1]}-${date[2]}-${date[3]} ${paramOf(params, 'StartTime')}`);
}
