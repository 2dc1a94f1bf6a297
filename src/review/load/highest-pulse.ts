/** Published estimates of the highest pulse from age, each with its name; any of them misses a person by ±10 bpm and more. */
export const highestPulseFormulas = {
  /** Fox 1971: not from original data. */
  fox: (ageYears: number): number => 220 - ageYears,
  /** Tanaka 2001, JACC 37:153. */
  tanaka: (ageYears: number): number => 208 - 0.7 * ageYears,
  /** Gellish 2007, MSSE 39:822. */
  gellish: (ageYears: number): number => 207 - 0.7 * ageYears,
  /** Nes 2013, Scand J Med Sci Sports 23:697. */
  nes: (ageYears: number): number => 211 - 0.64 * ageYears,
  /** Gulati 2010, Circulation 122:130; women. */
  gulati: (ageYears: number): number => 206 - 0.88 * ageYears,
} as const;

/** The highest pulse in bpm, and whether it was measured or is Tanaka's estimate (± 10 bpm). */
export type HighestPulse = { readonly bpm: number; readonly from: 'measured' | 'tanaka' };

/** A measured value first, else the estimate from age; undefined where neither is known. */
export function highestPulse(
  measuredBpm: number | undefined,
  ageYears: number | undefined,
): HighestPulse | undefined {
  if (measuredBpm !== undefined) return { bpm: measuredBpm, from: 'measured' };
  if (ageYears === undefined) return undefined;
  return { bpm: highestPulseFormulas.tanaka(ageYears), from: 'tanaka' };
}

/** Karvonen 1957: the pulse (bpm) at a share (0–1) of the reserve between rest and highest. */
export const karvonenBpm = (share: number, restingBpm: number, highestBpm: number): number =>
  restingBpm + share * (highestBpm - restingBpm);
