import assert from 'node:assert/strict';
import { expect, test } from 'vitest';
import {
  decodeHeartRateMeasurement,
  encodeHeartRateMeasurement,
} from '../../../devices/heart-rate-measurement.ts';
import { forSeeds } from '../seeded.ts';

const RR_UNIT = 1000 / 1024;

test('100 000 seeds of 0–512 random bytes: no throw, no value that is not in the bytes', () => {
  let read = 0;
  forSeeds(100_000, (chance) => {
    const bytes = Uint8Array.from({ length: Math.floor(chance() * 513) }, () => chance() * 256);
    const said = decodeHeartRateMeasurement(bytes);
    const [flags = 0] = bytes;
    const headLength = 2 + (flags & 1) + (flags & 8 ? 2 : 0);
    // Many a vitest expectation would take most of the time.
    assert.strictEqual(said === undefined, bytes.length < headLength);
    if (said === undefined) return;
    read += 1;
    const view = new DataView(bytes.buffer);
    const rrCount = flags & 0x10 ? Math.floor((bytes.length - headLength) / 2) : 0;
    assert.deepStrictEqual(said, {
      bpm: flags & 1 ? view.getUint16(1, true) : view.getUint8(1),
      rrIntervalsMs: Array.from(
        { length: rrCount },
        (_, index) => view.getUint16(headLength + 2 * index, true) * RR_UNIT,
      ),
      ...(flags & 4 ? { skinContact: (flags & 2) !== 0 } : {}),
      ...(flags & 8 ? { energyKj: view.getUint16(headLength - 2, true) } : {}),
    });
    assert.deepStrictEqual(decodeHeartRateMeasurement(encodeHeartRateMeasurement(said)), said);
  });
  if (process.env.PULSEPACE_TEST_SEED === undefined) expect(read).toBeGreaterThan(90_000);
}, 60_000);
