import type { ReadFile } from '../carried-session.ts';
import { ExchangeError } from '../exchange-error.ts';
import { beatsOneAfterTheOther, pointsFromBeats } from './points-from-beats.ts';
import { parseRrText } from './rr-text.ts';

const leastIntervals = 2;

/** RR text, as Elite HRV and we write it: a number in ms a line. It has no start; lines that are no interval are told. */
export function decodeRrText(text: string): ReadFile {
  const { rrIntervalsMs, badLines } = parseRrText(text);
  const [first] = badLines;
  if (rrIntervalsMs.length < leastIntervals || badLines.length >= rrIntervalsMs.length) {
    const where = first === undefined ? '' : ` (line ${first} is no RR interval in ms)`;
    throw new ExchangeError(`it is in no format we read${where}`, 2);
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
