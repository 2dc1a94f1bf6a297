import type { Unavailable } from '../unavailable.ts';
import type { Artefact } from './artefact.ts';
import { dfaAlpha1 } from './dfa.ts';
import { differences } from './differences.ts';
import { type Frequency, frequency, noFrequency } from './frequency.ts';
import { type Mended, mended } from './mended.ts';
import {
  irregularRhythm,
  mostArtefactsPercent,
  type Quality,
  quality,
  withheld,
} from './quality.ts';
import { respirationPerMin } from './respiration.ts';
import { beatsOf, coveredMs, lengthMs, type RrSeries, sumOf } from './rr-series.ts';
import { resampled } from './spectrum.ts';
import { mean, type TimeDomain, timeDomain, tooShort } from './time-domain.ts';
import { type HrvWindow, hrvWindows, type WindowOptions } from './windows.ts';

const analysisSchema = 'pulsepace/analysis/1';

export type Variability = TimeDomain & { readonly dfaAlpha1: number | Unavailable };

/** All that is made of a recording. `raw` is of the series as given, `corrected` of the series without its artefacts. */
export type Analysis = {
  readonly schema: typeof analysisSchema;
  readonly beats: number;
  /** From the first beat to the last, gaps included. */
  readonly durationS: number;
  readonly raw: Variability;
  readonly artefacts: {
    /** Spoilt intervals of all that were given. */
    readonly percent: number | Unavailable;
    readonly items: readonly Artefact[];
  };
  readonly corrected: Variability & {
    readonly rrIntervalsMs: readonly number[];
    /** Indices into `rrIntervalsMs` before which there is a gap. */
    readonly gapsBefore: readonly number[];
  };
  readonly frequency: Frequency;
  readonly respirationPerMin: number | Unavailable;
  readonly quality: Quality;
  readonly windows: readonly HrvWindow[];
};

const leastMs = 30_000;

/** How the windows lie, and whether the person has said that the rhythm is irregular. */
export type AnalysisOptions = WindowOptions & { readonly isIrregularTold?: boolean };

/** Analyses a series of RR intervals; `windowS` and `stepS` lay the windows. Total: no series makes it throw or give NaN. */
export function analyse(series: RrSeries, options: AnalysisOptions): Analysis {
  const segments = series.map(({ rrIntervalsMs }) => rrIntervalsMs);
  const beats = beatsOf(series);
  const given = segments.flat();
  const givenDifferences = differences(segments);
  const irregular = irregularRhythm(given, givenDifferences, options.isIrregularTold);
  const clean = mended(series);
  const percent = beats > 0 ? (100 * clean.artefacts.length) / beats : 0;
  const none: Unavailable = { unavailable: 'there are no beats' };
  return {
    schema: analysisSchema,
    beats,
    durationS: lengthMs(series) / 1000,
    raw: {
      ...timeDomain({
        rrIntervalsMs: given,
        differencesMs: givenDifferences,
        coveredMs: coveredMs(series),
      }),
      dfaAlpha1: alphaOf(segments),
    },
    artefacts: { percent: beats > 0 ? percent : none, items: clean.artefacts },
    corrected: correctedValues(clean, percent, irregular),
    ...spectral(clean, percent, irregular),
    quality: quality(percent, tooShort(coveredMs(series), leastMs)?.unavailable, irregular),
    windows: hrvWindows(series, clean, lengthMs(series), options, irregular),
  };
}

function alphaOf(segments: readonly (readonly number[])[]): number | Unavailable {
  const [only = [], another] = segments;
  if (another !== undefined) return { unavailable: 'there is a gap inside' };
  return dfaAlpha1(Float64Array.from(only));
}

function correctedValues(
  { segments }: Mended,
  percent: number,
  irregular: string | undefined,
): Analysis['corrected'] {
  const lists = segments.map(({ rrIntervalsMs }) => rrIntervalsMs);
  const rrIntervalsMs = lists.flat();
  const time = timeDomain({
    rrIntervalsMs,
    differencesMs: differences(lists),
    coveredMs: coveredMs(segments),
  });
  const tooMany = withheld(percent, mostArtefactsPercent.value);
  const no = withheld(percent, mostArtefactsPercent.value, irregular);
  return {
    meanNnMs: tooMany ?? time.meanNnMs,
    meanHrBpm: tooMany ?? time.meanHrBpm,
    sdnnMs: no ?? time.sdnnMs,
    rmssdMs: no ?? time.rmssdMs,
    sdsdMs: no ?? time.sdsdMs,
    pnn50Percent: no ?? time.pnn50Percent,
    sd1Ms: no ?? time.sd1Ms,
    sd2Ms: no ?? time.sd2Ms,
    dfaAlpha1: no ?? alphaOf(lists),
    rrIntervalsMs,
    gapsBefore: gapsBefore(lists),
  };
}

function gapsBefore(lists: readonly (readonly number[])[]): number[] {
  let at = 0;
  return lists.slice(0, -1).map(({ length }) => {
    at += length;
    return at;
  });
}

function spectral(
  { segments }: Mended,
  percent: number,
  irregular: string | undefined,
): Pick<Analysis, 'frequency' | 'respirationPerMin'> {
  const no = withheld(percent, mostArtefactsPercent.spectrum, irregular);
  if (no !== undefined) return { frequency: noFrequency(no), respirationPerMin: no };
  const samples = segments.map(({ rrIntervalsMs }) => resampled(rrIntervalsMs));
  const longestS = segments.reduce(
    (longest, { rrIntervalsMs }) => Math.max(longest, sumOf(rrIntervalsMs) / 1000),
    0,
  );
  const bpm = 60_000 / mean(segments.flatMap(({ rrIntervalsMs }) => rrIntervalsMs));
  return {
    frequency: frequency(samples, longestS, bpm),
    respirationPerMin: respirationPerMin(samples, bpm),
  };
}
