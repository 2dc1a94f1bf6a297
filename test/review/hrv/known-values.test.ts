import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { analyse } from '../../../src/review/hrv/analysis.ts';
import { hasSharedData, sharedDataNote, sharedJson, sharedRr } from './shared-data.ts';

const value = z.object({ value: z.number() });
const expectedSchema = z.object({
  beats: z.number(),
  expected: z.object({
    time: z.record(z.string(), value),
    poincare: z.record(z.string(), value),
    dfa: z.record(z.string(), value),
  }),
});
const syntheticSchema = z.object({
  rr_ms: z.array(z.number()),
  parameters: z.object({
    components: z.array(z.object({ freq_hz: z.number(), amplitude_ms: z.number() })),
  }),
});

const windows = { windowS: 120, stepS: 30 };
const analysed = (rrIntervalsMs: readonly number[]) =>
  analyse([{ startMs: 0, rrIntervalsMs }], windows);

describe.runIf(hasSharedData)(`real recordings${sharedDataNote}`, () => {
  test.each(['rest-supine', 'ramp-and-recovery'])(
    'the raw values of %s are those several programs agree on',
    (name) => {
      const { beats, expected } = expectedSchema.parse(sharedJson(`${name}.expected`));
      const { time, poincare, dfa } = expected;
      const { raw, ...rest } = analysed(sharedRr(name));
      expect(rest.beats).toBe(beats);
      const pairs: [unknown, number | undefined][] = [
        [raw.meanNnMs, time.mean_nn_ms?.value],
        [raw.meanHrBpm, time.mean_hr_bpm_from_mean_nn?.value],
        [raw.sdnnMs, time.sdnn_ms_ddof1?.value],
        [raw.rmssdMs, time.rmssd_ms?.value],
        [raw.sdsdMs, time.sdsd_ms_ddof1?.value],
        [raw.pnn50Percent, time.pnn50_pct_over_diffs_strict?.value],
        [raw.sd1Ms, poincare.sd1_ms_ddof1?.value],
        [raw.sd2Ms, poincare.sd2_ms_from_sdnn_sdsd_ddof1?.value],
        [raw.dfaAlpha1, dfa.dfa_alpha1_nonoverlap_4_16?.value],
      ];
      for (const [ours, theirs] of pairs) expect(ours).toBeCloseTo(theirs ?? Number.NaN, 4);
    },
  );

  test('the spectrum of a known series has the power it was made of: LF within 3 %, HF within 6 %', () => {
    const { rr_ms, parameters } = syntheticSchema.parse(sharedJson('synthetic-lf-hf'));
    const [lf = 0, hf = 0] = parameters.components.map(({ amplitude_ms: a }) => (a * a) / 2);
    const { lfMs2, hfMs2, lfHf } = analysed(rr_ms).frequency;
    expect(Number(lfMs2) / lf).toBeCloseTo(1, 2);
    expect(Number(hfMs2) / hf).toBeCloseTo(1, 2);
    expect(lfHf).toBeCloseTo(Number(lfMs2) / Number(hfMs2), 12);
  });

  test('a missed beat in the ramp is split, the beat without a pause is short, and the rest stands', () => {
    const { artefacts, corrected } = analysed(sharedRr('ramp-and-recovery'));
    expect(artefacts.items).toContainEqual({ index: 1191, type: 'missed' });
    expect(artefacts.items).toContainEqual({ index: 29, type: 'short' });
    expect(Number(artefacts.percent)).toBeLessThan(0.6);
    expect(corrected.rrIntervalsMs.length).toBe(2381);
  });
});
