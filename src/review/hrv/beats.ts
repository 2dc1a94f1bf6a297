import type { ArtefactType } from './artefact.ts';

/**
 * The beats of one stretch while it is mended, side by side: interval (ms), the given intervals `from`–`to` it stands for
 * (indices into the stretch, both included), what was wrong with them, and whether its length was made up.
 */
export type Beats = {
  readonly rrMs: number[];
  readonly from: number[];
  readonly to: number[];
  readonly type: (ArtefactType | undefined)[];
  readonly isMadeUp: boolean[];
  /** How many beats the hole has that begins here: made-up ones that keep their sum, or a lone one; 0 for none. */
  readonly hole: number[];
  /** Whether nothing can be made of it: a gap. */
  readonly isLost: boolean[];
};

export const noBeats = (): Beats => ({
  rrMs: [],
  from: [],
  to: [],
  type: [],
  isMadeUp: [],
  hole: [],
  isLost: [],
});

export type Beat = {
  readonly rrMs: number;
  readonly from: number;
  readonly to: number;
  readonly type?: ArtefactType;
  readonly isMadeUp?: boolean;
  readonly hole?: number;
  readonly isLost?: boolean;
};

export function addBeat(beats: Beats, beat: Beat): void {
  beats.rrMs.push(beat.rrMs);
  beats.from.push(beat.from);
  beats.to.push(beat.to);
  beats.type.push(beat.type);
  beats.isMadeUp.push(beat.isMadeUp ?? false);
  beats.hole.push(beat.hole ?? 0);
  beats.isLost.push(beat.isLost ?? false);
}

/** Takes the newest beat away again. */
export function dropBeat(beats: Beats): void {
  for (const column of Object.values(beats)) column.pop();
}
