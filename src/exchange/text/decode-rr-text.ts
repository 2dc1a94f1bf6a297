import { median } from '../../review/hrv/quantile.ts';
import type { ReadFile } from '../carried-session.ts';
import { ExchangeError } from '../exchange-error.ts';
import { beatsOneAfterTheOther, pointsFromBeats } from './points-from-beats.ts';
import { parseRrText } from './rr-text.ts';

const leastIntervals = 2;
/** Between these (ms) lies the usual interval of any heart, spoilt ones aside. */
const [leastUsualMs, mostUsualMs] = [200, 3000];

/** RR text, as Elite HRV and we write it: a number in ms a line. It has no start; lines that are no interval are told. */
export function decodeRrText(text: string): ReadFile {
  const { rrIntervalsMs, badLines } = parseRrText(text);
  const [first] = badLines;
  if (rrIntervalsMs.length < leastIntervals || badLines.length >= rrIntervalsMs.length) {
    const where = first === undefined ? '' : ` (line ${first} is no RR interval in ms)`;
    throw new ExchangeError(`it is in no format we read${where}`, 2);
  }
  const usualMs = median(rrIntervalsMs);
  if (usualMs < leastUsualMs || usualMs > mostUsualMs) {
    const hint = usualMs < 10 ? ': these look like seconds' : '';
    throw new ExchangeError(
      `its usual number is ${usualMs}, which is no RR interval in ms${hint}`,
      2,
    );
  }
  const beats = beatsOneAfterTheOther(rrIntervalsMs);
  const damage =
    first === undefined
      ? []
      : [`${badLines.length} of its lines are no RR interval in ms, the first is line ${first}`];
  return {
    session: {
      endMs: beats.at(-1)?.atMs ?? 0,
      points: pointsFromBeats(beats),
      laps: [],
      pauses: [],
      warnings: [],
    },
    records: rrIntervalsMs.length,
    damage,
  };
}

/** The RR intervals of a session as such a text. */
export const encodeRrText = (rrIntervalsMs: readonly number[]): string =>
  rrIntervalsMs.map((ms) => `${Math.round(ms * 1000) / 1000}\n`).join('');
