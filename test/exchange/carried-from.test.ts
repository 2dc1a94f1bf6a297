import { expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import { decodeCsv } from '../../src/exchange/csv/decode-csv.ts';
import { encodeCsv } from '../../src/exchange/csv/encode-csv.ts';
import { decodeTcx } from '../../src/exchange/tcx/decode-tcx.ts';
import { encodeTcx } from '../../src/exchange/tcx/encode-tcx.ts';
import { headerOf, packet, press, stepsOf, tell } from '../session/story.ts';

/** Keys between the milliseconds: a pause of 2 s and 0.4 ms, and one that begins and ends within the same one. */
function sessionBetweenMilliseconds() {
  const routine = stepsOf({ name: 'Arm circles', dose: { type: 'time', seconds: 60 } });
  const header = headerOf(routine);
  const { facts } = tell(header, [
    packet(1.0004, 80),
    packet(2.0006, 81),
    press(3.0006, 'pause'),
    press(5.001, 'pause'),
    press(6.0001, 'pause'),
    press(6.0004, 'pause'),
    packet(7.0007, 82),
    press(8.0008, 'stop'),
  ]);
  return { header, facts };
}

const held = {
  points: [1000, 2001, 7001],
  pauses: [{ startMs: 3001, endMs: 5001 }],
  endMs: 8001,
};

const heldBy = ({ points, pauses, endMs }: ReturnType<typeof carriedFrom>) => ({
  points: points.map(({ atMs }) => atMs),
  pauses,
  endMs,
});

test('times are carried to the nearest ms, and a pause within one ms is none', () => {
  const { header, facts } = sessionBetweenMilliseconds();
  expect(heldBy(carriedFrom(header, facts))).toEqual(held);
});

test('CSV and TCX hold those times', () => {
  const { header, facts } = sessionBetweenMilliseconds();
  const session = carriedFrom(header, facts);
  for (const read of [
    decodeCsv(encodeCsv(header, facts)),
    decodeTcx(encodeTcx(session, 'story')),
  ]) {
    expect({
      points: read.session.points.map(({ atMs }) => atMs),
      pauses: read.session.pauses,
      endMs: read.session.endMs,
    }).toEqual(held);
  }
});
