import { blockBeats, Innovations } from './innovations.ts';
import { type Move, MovedBeat } from './moved-beat.ts';

/** A spoilt pair spoils the innovations of so many places around it: those wait until it is mended. */
const waits = 5;
const mostPasses = 8;
/** How often all is judged anew in a pass, and how far a move may go then. */
const revisions = 2;
const asideMost = 2;
/** A pair keeps its sum where that is this near to two intervals of the beats around. */
const sumKept = 0.08;

/** A pair of intervals with a beat off its place between them, and what they were without (ms). */
export type SpoiltPair = Move & { readonly mendedMs: readonly [number, number] };

/** The pairs of a stretch whose beat in the middle is early, late or misplaced, ascending; no two share an interval. */
export function spoiltPairs(
  rrMs: Float64Array,
  medianMs: Float64Array,
  isMadeUp: (at: number) => boolean,
): SpoiltPair[] {
  return new PairSearch(rrMs, medianMs, isMadeUp).all();
}

/** Mends on trial what stands out most, learns anew what is usual, and in the end judges each pair by its mended surroundings. */
class PairSearch {
  readonly #givenMs: Float64Array;
  readonly #rrMs: Float64Array;
  readonly #medianMs: Float64Array;
  readonly #isMadeUp: Uint8Array;
  readonly #innovations: Innovations;
  readonly #moved: MovedBeat;
  readonly #pairs = new Map<number, SpoiltPair>();

  constructor(rrMs: Float64Array, medianMs: Float64Array, isMadeUp: (at: number) => boolean) {
    this.#givenMs = rrMs;
    this.#rrMs = rrMs.slice();
    this.#medianMs = medianMs;
    this.#isMadeUp = new Uint8Array(rrMs.length);
    for (let at = 0; at < rrMs.length; at += 1) this.#isMadeUp[at] = isMadeUp(at) ? 1 : 0;
    this.#innovations = new Innovations(medianMs);
    this.#moved = new MovedBeat(this.#innovations);
  }

  all(): SpoiltPair[] {
    let changed: ReadonlySet<number> | undefined;
    for (let pass = 0; pass < mostPasses; pass += 1) {
      const found = this.#find(changed);
      for (const move of found) this.#mend(move);
      changed = new Set([...found.map(({ at }) => at), ...this.#revise()]);
      if (changed.size === 0) break;
    }
    return [...this.#pairs.values()].sort((a, b) => a.at - b.at);
  }

  /** In all beats at first, then around what has `changed`. None is near another. */
  #find(changed: ReadonlySet<number> | undefined): Move[] {
    const found: Move[] = [];
    for (const block of this.#innovations.update(this.#rrMs, this.#isMadeUp, changed)) {
      const end = Math.min(this.#rrMs.length - 1, block + blockBeats);
      for (let at = block; at < end; at += 1) {
        const move = this.#judge(at);
        if (move !== undefined) found.push(move);
      }
    }
    return strongest(found, this.#rrMs.length);
  }

  #judge(at: number): Move | undefined {
    const isWhole = this.#isMadeUp[at] === 0 && this.#isMadeUp[at + 1] === 0;
    return isWhole ? this.#moved.judge(this.#rrMs, at) : undefined;
  }

  #revise(): number[] {
    const changed: number[] = [];
    for (let round = 0; round < revisions; round += 1) {
      const before = changed.length;
      for (const pair of [...this.#pairs.values()].sort((a, b) => a.evidence - b.evidence)) {
        if (!this.#isSameAgain(pair)) changed.push(pair.at);
      }
      if (changed.length === before) break;
    }
    return changed;
  }

  /** Judges a pair as it was given among what is mended by now; whether it is found at the same place. */
  #isSameAgain({ at }: SpoiltPair): boolean {
    this.#pairs.delete(at);
    this.#put(at, [this.#givenMs[at] ?? 0, this.#givenMs[at + 1] ?? 0], 0);
    let best: Move | undefined;
    for (let near = at - asideMost; near <= at + asideMost; near += 1) {
      const move = this.#judge(near);
      if (move !== undefined && move.evidence > (best?.evidence ?? 0)) best = move;
    }
    if (best === undefined) return false;
    this.#mend(best);
    return best.at === at;
  }

  #mend(move: Move): void {
    const { at, movedMs, sumMs } = move;
    const [firstMs, secondMs] = [this.#givenMs[at] ?? 0, this.#givenMs[at + 1] ?? 0];
    const isKept = Math.abs(sumMs) <= sumKept * 2 * (this.#medianMs[at] ?? 0);
    const lostMs = isKept ? 0 : sumMs / 2;
    const mendedMs = [firstMs - movedMs - lostMs, secondMs + movedMs - lostMs] as const;
    this.#pairs.set(at, { ...move, mendedMs });
    this.#put(at, mendedMs, 1);
  }

  #put(at: number, [firstMs, secondMs]: readonly [number, number], isMadeUp: 0 | 1): void {
    this.#rrMs[at] = firstMs;
    this.#rrMs[at + 1] = secondMs;
    this.#isMadeUp.fill(isMadeUp, at, at + 2);
    this.#innovations.look(this.#rrMs, at, at + 2);
  }
}

/** The strongest first, none near a stronger one. */
function strongest(moves: readonly Move[], beats: number): Move[] {
  const isNear = new Uint8Array(beats);
  return moves
    .toSorted((a, b) => b.evidence - a.evidence)
    .filter(({ at }) => {
      if (isNear[at] === 1) return false;
      isNear.fill(1, Math.max(0, at - waits), at + waits + 1);
      return true;
    });
}
