/** What is wrong with an interval: beats missed in it, an extra beat in it, an early beat or its pause, or only its length. */
export type ArtefactType = 'missed' | 'extra' | 'ectopic' | 'long' | 'short';

/** A spoilt interval by its index (from 0) in the series as given, segments laid end to end. */
export type Artefact = { readonly index: number; readonly type: ArtefactType };

/** Outside of these an interval is not from one beat to the next (ms). */
export const shortestMs = 250;
export const longestMs = 2200;

/** More spoilt beats than this in a row are not made up: they become a gap. */
export const longestRun = 4;
