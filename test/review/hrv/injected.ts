import { chance } from './synthetic-heart.ts';

export const injectable = ['missed', 'double-missed', 'extra', 'ectopic', 'misplaced'] as const;
export type Injectable = (typeof injectable)[number];

/** An artefact that was put in: the intervals of the spoilt series that it touches, both ends included. */
type Injected = { readonly from: number; readonly to: number; readonly kind: Injectable };

export type Spoilt = {
  readonly rrIntervalsMs: readonly number[];
  readonly injected: readonly Injected[];
};

/** Puts an artefact about every `every` beats into a true series; none within the first and last eight. */
export function spoilt(
  truth: readonly number[],
  kinds: readonly Injectable[],
  every: number,
  seed: number,
  quantumMs = 0,
): Spoilt {
  const random = chance(seed);
  const rrIntervalsMs: number[] = [];
  const injected: Injected[] = [];
  const quantized = (ms: number): number =>
    quantumMs > 0 ? Math.round(ms / quantumMs) * quantumMs : ms;
  let next = 8 + Math.floor(random() * every);
  for (let beat = 0; beat < truth.length; ) {
    if (beat < next || beat > truth.length - 8) {
      rrIntervalsMs.push(truth[beat] ?? 0);
      beat += 1;
      continue;
    }
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'missed';
    const { written, read } = artefact(kind, truth.slice(beat, beat + 3), random, quantized);
    const from = rrIntervalsMs.length;
    rrIntervalsMs.push(...written);
    injected.push({ from, to: rrIntervalsMs.length - 1, kind });
    beat += read;
    next += Math.max(read + 4, Math.round(every * (0.75 + 0.5 * random())));
  }
  return { rrIntervalsMs, injected };
}

type Written = { readonly written: readonly number[]; readonly read: number };

function artefact(
  kind: Injectable,
  [a = 0, b = 0, c = 0]: readonly number[],
  random: () => number,
  quantized: (ms: number) => number,
): Written {
  switch (kind) {
    case 'missed':
      return { written: [a + b], read: 2 };
    case 'double-missed':
      return { written: [a + b + c], read: 3 };
    case 'extra': {
      const cut = quantized(a * (0.25 + 0.5 * random()));
      return { written: [cut, a - cut], read: 1 };
    }
    case 'ectopic': {
      const early = quantized(a * (0.2 + 0.2 * random()));
      return { written: [a - early, b + early], read: 2 };
    }
    case 'misplaced': {
      const moved = quantized(a * 0.12) * (random() < 0.5 ? -1 : 1);
      return { written: [a + moved, b - moved], read: 2 };
    }
  }
}
