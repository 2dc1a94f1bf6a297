/** A heart of known truth: what its intervals (ms) are made of. */
export type Heart = {
  readonly seed: number;
  readonly beats: number;
  /** Mean RR over the beats' share (0–1) of the whole. */
  readonly meanMs: (share: number) => number;
  /** Amplitude of breathing in the intervals, and its rate. */
  readonly rsaMs: number;
  readonly breathsPerMin: number;
  readonly lfMs: number;
  /** Slow wander of 1/f kind, and what no beat shares with the next. */
  readonly wanderMs: number;
  readonly jitterMs: number;
  /** Intervals are whole multiples of this. */
  readonly quantumMs?: number;
};

/** The same seed gives the same numbers, uniform in [0, 1). */
export function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const octavesS = [4, 16, 64, 256];

export function heartbeats(heart: Heart): number[] {
  const random = chance(heart.seed);
  const wander = octavesS.map(() => gaussian(random));
  const rrIntervalsMs: number[] = [];
  let breath = random() * 2 * Math.PI;
  let lf = random() * 2 * Math.PI;
  for (let beat = 0; beat < heart.beats; beat += 1) {
    const meanMs = heart.meanMs(beat / heart.beats);
    const [depth, pace] = [1 + 0.15 * gaussian(random), 1 + 0.06 * gaussian(random)];
    const slow = wander.reduce((sum, each) => sum + each, 0) / 2;
    const exactMs =
      meanMs +
      heart.rsaMs * depth * Math.sin(breath) +
      heart.lfMs * Math.sin(lf) +
      heart.wanderMs * slow +
      heart.jitterMs * gaussian(random);
    const { quantumMs = 0 } = heart;
    const rrMs = quantumMs > 0 ? Math.round(exactMs / quantumMs) * quantumMs : exactMs;
    rrIntervalsMs.push(Math.max(260, rrMs));
    const seconds = rrMs / 1000;
    breath += ((2 * Math.PI * heart.breathsPerMin) / 60) * seconds * pace;
    lf += 2 * Math.PI * 0.1 * seconds * (1 + 0.1 * gaussian(random));
    for (const [index, octave] of octavesS.entries()) {
      const kept = Math.exp(-seconds / octave);
      wander[index] = (wander[index] ?? 0) * kept + Math.sqrt(1 - kept * kept) * gaussian(random);
    }
  }
  return rrIntervalsMs;
}
