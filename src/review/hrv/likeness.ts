/** Beats on either side that must be alike, and what each weighs by how far away it is. */
const flankWeights = [1, 0.6, 0.3];
const asideBeats = 80;
/** Fewer places to choose from tell nothing of how a heart varies. */
const leastPlaces = 8;

/**
 * Gives the `beats` made-up beats at `at` (ms) the shape of the sound ones nearby whose surroundings are most like theirs;
 * their sum stays. An average of many places would vary less than the heart does. Leaves them where too few are sound.
 */
export function reshape(
  rrMs: Float64Array,
  isMadeUp: (at: number) => boolean,
  at: number,
  beats: number,
): void {
  const like = mostAlike(rrMs, isMadeUp, at, beats);
  if (like === undefined) return;
  const hereMs = levelAt(rrMs, at, beats);
  const thereMs = levelAt(rrMs, like, beats);
  for (let i = 0; i < beats; i += 1) rrMs[at + i] = ((rrMs[like + i] ?? 0) * hereMs) / thereMs;
}

function mostAlike(
  rrMs: Float64Array,
  isMadeUp: (at: number) => boolean,
  at: number,
  beats: number,
): number | undefined {
  const reach = flankWeights.length;
  const levelMs = levelAt(rrMs, at, beats);
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let places = 0;
  let soundFrom = Math.max(0, at - asideBeats);
  const to = Math.min(rrMs.length, at + beats + asideBeats);
  for (let end = soundFrom; end < to; end += 1) {
    if (isMadeUp(end)) soundFrom = end + 1;
    const first = end - reach - beats + 1;
    if (first - reach < soundFrom) continue;
    places += 1;
    const unlike = unlikeness(first);
    if (unlike >= least) continue;
    least = unlike;
    found = first;
  }
  return places < leastPlaces ? undefined : found;

  function unlikeness(other: number): number {
    const otherMs = levelAt(rrMs, other, beats);
    let sum = 0;
    for (let away = 0; away < reach; away += 1) {
      const weight = flankWeights[away] ?? 0;
      sum += weight * apart(at - 1 - away, other - 1 - away, otherMs);
      sum += weight * apart(at + beats + away, other + beats + away, otherMs);
    }
    return sum;
  }

  function apart(here: number, there: number, otherMs: number): number {
    const hereMs = rrMs[here];
    if (hereMs === undefined || isMadeUp(here)) return 0;
    return ((rrMs[there] ?? 0) - otherMs - (hereMs - levelMs)) ** 2;
  }
}

function levelAt(rrMs: Float64Array, at: number, beats: number): number {
  let sum = 0;
  for (let i = at; i < at + beats; i += 1) sum += rrMs[i] ?? 0;
  return sum / beats;
}
