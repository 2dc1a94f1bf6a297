import type { Unavailable } from '../unavailable.ts';
import { median } from './quantile.ts';

/** How far the intervals may be relied on; `withheld` shows no variability at all. */
export type Grade = 'good' | 'usable' | 'doubtful' | 'withheld';
export type Quality = { readonly grade: Grade; readonly reasons: readonly string[] };

/** Percent of spoilt beats up to which a grade holds (Rogers 2021, Sensors 21:821). */
const mostPercent = { good: 1, usable: 3, doubtful: 5 } as const;

/** What a value bears at most: most values 5 % of spoilt beats, spectra and breathing 3 %. */
export const mostArtefactsPercent = { value: mostPercent.doubtful, spectrum: mostPercent.usable };

const foundIrregular =
  'the beats come irregularly throughout, so their variability says nothing here';
/** Why no variability is shown where the person has said so. */
export const toldIrregular =
  'your profile says that your rhythm is irregular or set by a pacemaker, so its variability says nothing here';

const irregularShare = 0.1;
const irregularBpm = 80;

/** Why the rhythm itself bears no variability, in words: the person said so, or every beat differs from the one before. */
export function irregularRhythm(
  rrIntervalsMs: readonly number[],
  differencesMs: readonly number[],
  isTold = false,
): string | undefined {
  if (isTold) return toldIrregular;
  return isIrregular(rrIntervalsMs, differencesMs) ? foundIrregular : undefined;
}

/** The median difference is above a tenth of the median RR, above 80 bpm. */
function isIrregular(rrIntervalsMs: readonly number[], differencesMs: readonly number[]): boolean {
  const usualMs = median(rrIntervalsMs);
  if (!(60_000 / usualMs > irregularBpm)) return false;
  return median(differencesMs.map(Math.abs)) > irregularShare * usualMs;
}

/** The grade of a recording, and every reason against it in words. */
export function quality(
  artefactPercent: number,
  tooShort: string | undefined,
  irregular: string | undefined,
): Quality {
  const grade = gradeOf(artefactPercent);
  const reasons = [
    ...(artefactPercent > mostPercent.good
      ? [`${artefactPercent.toFixed(1)} % of the beats are spoilt`]
      : []),
    ...(irregular === undefined ? [] : [irregular]),
    ...(tooShort === undefined ? [] : [tooShort]),
  ];
  const isWithheld = irregular !== undefined || tooShort !== undefined;
  return { grade: isWithheld ? 'withheld' : grade, reasons };
}

export function gradeOf(artefactPercent: number): Grade {
  if (artefactPercent <= mostPercent.good) return 'good';
  if (artefactPercent <= mostPercent.usable) return 'usable';
  return artefactPercent <= mostPercent.doubtful ? 'doubtful' : 'withheld';
}

/** Why a value is withheld, where too many beats are spoilt or all come irregularly. */
export function withheld(
  artefactPercent: number,
  mostPercent: number,
  irregular?: string,
): Unavailable | undefined {
  if (irregular !== undefined) return { unavailable: irregular };
  if (artefactPercent <= mostPercent) return undefined;
  const share = artefactPercent.toFixed(1);
  return { unavailable: `${share} % of the beats are spoilt, at most ${mostPercent} % may be` };
}
