import type { Fact, FactOf } from '../session/facts.ts';
import { type Analysis, analyse } from './hrv/analysis.ts';
import { toldIrregular } from './hrv/quality.ts';
import { seriesFromFacts } from './hrv/series-from-facts.ts';
import { tenths } from './rounded.ts';
import { isUnavailable, type Unavailable } from './unavailable.ts';

/** What was measured at rest, before the exercises or in a resting test. */
export type AtRest = {
  /** Median of the last 30 s. */
  readonly restingBpm: number | Unavailable;
  /** Of the whole rest, spoilt beats left out. */
  readonly rmssdMs: number | Unavailable;
  readonly artefactPercent: number | Unavailable;
  readonly quality: Analysis['quality']['grade'] | Unavailable;
  readonly respirationPerMin: number | Unavailable;
};

/** The resting pulse a session measured; undefined where none was. */
export function restingBpmOf(facts: readonly Fact[]): number | undefined {
  const bpm = lastRest(facts)?.restingBpm;
  return Number.isFinite(bpm) ? bpm : undefined;
}

const wholeS = 600;

/** `told` are the facts without the measurements, where they are known already. */
export function atRest(facts: readonly Fact[], told: readonly Fact[] = facts): AtRest {
  const ended = lastRest(told);
  if (ended === undefined) return nothingBut({ unavailable: 'no rest was measured to its end' });
  const to = facts.indexOf(ended);
  const from = facts.findLastIndex(({ type }, at) => at < to && type === 'baseline-began');
  const series = seriesFromFacts(facts.slice(from + 1, to));
  const restingBpm = restingBpmOf(told) ?? {
    unavailable: 'the pulse was not known for 30 s of rest',
  };
  if (series.length === 0) {
    return { ...nothingBut({ unavailable: 'the strap gave no RR intervals' }), restingBpm };
  }
  const { corrected, artefacts, quality, respirationPerMin } = analyse(series, {
    windowS: wholeS,
    stepS: wholeS,
  });
  return {
    restingBpm,
    rmssdMs: rounded(corrected.rmssdMs),
    artefactPercent: rounded(artefacts.percent),
    quality: quality.grade,
    respirationPerMin: rounded(respirationPerMin),
  };
}

/** The same for a person who has said that the rhythm is irregular: without variability, and what is read from it. */
export function withoutVariability(rest: AtRest): AtRest {
  const none = { unavailable: toldIrregular };
  return {
    ...rest,
    rmssdMs: isUnavailable(rest.rmssdMs) ? rest.rmssdMs : none,
    respirationPerMin: isUnavailable(rest.respirationPerMin) ? rest.respirationPerMin : none,
    quality: isUnavailable(rest.quality) ? rest.quality : 'withheld',
  };
}

const nothingBut = (none: Unavailable): AtRest => ({
  restingBpm: none,
  rmssdMs: none,
  artefactPercent: none,
  quality: none,
  respirationPerMin: none,
});

const rounded = (value: number | Unavailable): number | Unavailable =>
  isUnavailable(value) ? value : tenths(value);

const lastRest = (facts: readonly Fact[]): FactOf<'baseline-ended'> | undefined =>
  facts.findLast((fact) => fact.type === 'baseline-ended');
