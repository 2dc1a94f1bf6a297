import type { BeatFigures } from './live-beats.ts';

/** From here on a minute is as good as whole. */
const wholeMinuteS = 50;

/** `RMSSD 42 ms · artefacts 1 %`; over less than a minute it says how long. */
export function beatsText({ artefactPercent, rmssd }: BeatFigures): string {
  const artefacts = `artefacts ${artefactPercent} %`;
  if (rmssd === undefined) return artefacts;
  const over = rmssd.overS < wholeMinuteS ? ` in ${rmssd.overS} s` : '';
  return `RMSSD ${rmssd.ms} ms${over} · ${artefacts}`;
}
