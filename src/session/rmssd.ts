const leastDifferences = 20;
const mostArtefacts = 0.05;
const mostChange = 0.2;
const shortestMs = 250;
const longestMs = 2400;

/**
 * RMSSD in ms (Task Force 1996) over stretches of adjoining RR intervals. An interval more than 20 % from the last sound
 * one is an artefact, and both its differences are left out. Undefined with fewer than 20 differences or over 5 % artefacts.
 */
export function rmssdOf(stretches: readonly (readonly number[])[]): number | undefined {
  const found = stretches.map(differencesOf);
  const differences = found.flatMap((each) => each.differences);
  const artefacts = found.reduce((sum, each) => sum + each.artefacts, 0);
  const all = stretches.reduce((sum, each) => sum + each.length, 0);
  if (differences.length < leastDifferences || artefacts > all * mostArtefacts) return undefined;
  return Math.sqrt(differences.reduce((sum, each) => sum + each ** 2, 0) / differences.length);
}

function differencesOf(stretch: readonly number[]): { differences: number[]; artefacts: number } {
  const differences: number[] = [];
  let artefacts = 0;
  let sound: number | undefined;
  let before: number | undefined;
  for (const rrMs of stretch) {
    const isSound = isInterval(rrMs) && (sound === undefined || isNear(rrMs, sound));
    if (!isSound) artefacts += 1;
    else if (before !== undefined) differences.push(rrMs - before);
    before = isSound ? rrMs : undefined;
    sound = before ?? sound;
  }
  return { differences, artefacts };
}

const isInterval = (rrMs: number): boolean => rrMs >= shortestMs && rrMs <= longestMs;
/** Whether an interval is within 20 % of a sound one (Malik 1989). */
export const isNear = (rrMs: number, soundMs: number): boolean =>
  Math.abs(rrMs - soundMs) <= soundMs * mostChange;
