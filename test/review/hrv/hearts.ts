import type { Heart } from './synthetic-heart.ts';

const strapTickMs = 1000 / 1024;
const steadyAt = (ms: number) => (): number => ms;

/** Rest at 1000 ms, with what is given changed. */
const heart = (change: Partial<Heart>): Omit<Heart, 'seed'> => ({
  beats: 600,
  meanMs: steadyAt(1000),
  rsaMs: 30,
  breathsPerMin: 14,
  lfMs: 25,
  wanderMs: 30,
  jitterMs: 6,
  quantumMs: 1,
  ...change,
});

/** Hearts at rest and in exercise, of high and low variability, on both clocks. */
export const hearts: Readonly<Record<string, Omit<Heart, 'seed'>>> = {
  'rest, middling': heart({}),
  'rest, low variability': heart({
    meanMs: steadyAt(850),
    rsaMs: 6,
    lfMs: 8,
    wanderMs: 12,
    jitterMs: 3,
  }),
  'rest, old and stiff': heart({
    meanMs: steadyAt(780),
    rsaMs: 2,
    lfMs: 3,
    wanderMs: 5,
    jitterMs: 1.5,
    quantumMs: strapTickMs,
  }),
  'rest, fit: strong breathing': heart({
    meanMs: steadyAt(1150),
    rsaMs: 90,
    breathsPerMin: 12,
    lfMs: 35,
    quantumMs: strapTickMs,
  }),
  'rest, paced at six a minute': heart({
    meanMs: steadyAt(1050),
    rsaMs: 150,
    breathsPerMin: 6,
    lfMs: 10,
  }),
  'light exercise': heart({
    meanMs: steadyAt(620),
    rsaMs: 8,
    breathsPerMin: 20,
    lfMs: 12,
    wanderMs: 15,
    jitterMs: 3,
  }),
  'hard exercise': heart({
    meanMs: steadyAt(350),
    rsaMs: 2,
    breathsPerMin: 40,
    lfMs: 1,
    wanderMs: 4,
    jitterMs: 1.5,
    quantumMs: strapTickMs,
  }),
  'ramp up and recovery': heart({
    beats: 1200,
    meanMs: (share) => (share < 0.6 ? 800 - 750 * share : 350 + 900 * (share - 0.6)),
    rsaMs: 6,
    breathsPerMin: 24,
    lfMs: 8,
    wanderMs: 10,
    jitterMs: 3,
  }),
  'interval training': heart({
    beats: 900,
    meanMs: (share) => 480 - 110 * Math.tanh(3 * Math.sin(share * 2 * Math.PI * 5)),
    rsaMs: 5,
    breathsPerMin: 26,
    lfMs: 6,
    wanderMs: 8,
    jitterMs: 2,
    quantumMs: strapTickMs,
  }),
};

export function heartNamed(name: string): Omit<Heart, 'seed'> {
  const found = hearts[name];
  if (found === undefined) throw new Error(`there is no heart ${name}`);
  return found;
}
