/** How one heart answers effort; the numbers are typical, not anyone's. */
export type Person = {
  readonly name: string;
  readonly restingBpm: number;
  readonly highestBpm: number;
  /** Effort at which the heart is at its highest. */
  readonly metMax: number;
  /** Time constants of the first-order rise and fall. */
  readonly riseS: number;
  readonly fallS: number;
  /** Amplitude at rest of the breathing's swing in RR (respiratory sinus arrhythmia); wanes with age. */
  readonly rsaMs: number;
  /** Standard deviation at rest of what in RR is not breathing. */
  readonly noiseMs: number;
  /** How far the pulse rises for a moment on standing up. */
  readonly standingUpBpm: number;
};

/** 55 years old, without training; the simulator's default. */
export const UNTRAINED: Person = {
  name: 'untrained',
  restingBpm: 72,
  highestBpm: 168,
  metMax: 8,
  riseS: 30,
  fallS: 50,
  rsaMs: 20,
  noiseMs: 7,
  standingUpBpm: 12,
};

export const PERSONS: readonly Person[] = [
  UNTRAINED,
  {
    name: 'sedentary',
    restingBpm: 76,
    highestBpm: 176,
    metMax: 7.5,
    riseS: 30,
    fallS: 55,
    rsaMs: 24,
    noiseMs: 8,
    standingUpBpm: 12,
  },
  {
    name: 'older',
    restingBpm: 70,
    highestBpm: 148,
    metMax: 6,
    riseS: 34,
    fallS: 58,
    rsaMs: 10,
    noiseMs: 5,
    standingUpBpm: 8,
  },
  {
    name: 'deconditioned',
    restingBpm: 82,
    highestBpm: 158,
    metMax: 5,
    riseS: 28,
    fallS: 60,
    rsaMs: 8,
    noiseMs: 5,
    standingUpBpm: 14,
  },
  {
    name: 'fit',
    restingBpm: 54,
    highestBpm: 186,
    metMax: 13,
    riseS: 25,
    fallS: 45,
    rsaMs: 45,
    noiseMs: 12,
    standingUpBpm: 15,
  },
  {
    name: 'beta-blocked',
    restingBpm: 58,
    highestBpm: 122,
    metMax: 7,
    riseS: 35,
    fallS: 60,
    rsaMs: 20,
    noiseMs: 7,
    standingUpBpm: 6,
  },
];
