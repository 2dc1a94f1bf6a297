import type { Fact, FactOf, WarningLevel } from '../session/facts.ts';
import { seconds } from './rounded.ts';

/** A warning from its onset to its end. */
export type WarningEpisode = {
  readonly level: WarningLevel;
  readonly startS: number;
  readonly endS: number;
  readonly peakBpm: number;
};

type Open = { readonly level: WarningLevel; readonly onsetMs: number; peakBpm: number };

/** The episodes of the guard as it decided them, by onset; one still on ends with the session. */
export function warnings(facts: readonly Fact[], endMs: number): WarningEpisode[] {
  const open = new Map<WarningLevel, Open>();
  const episodes: WarningEpisode[] = [];
  for (const fact of facts) {
    if (fact.type === 'measured') rise(open, fact);
    else if (fact.type === 'warning-raised') {
      open.set(fact.level, { level: fact.level, onsetMs: fact.atMs, peakBpm: fact.bpm });
    } else if (fact.type === 'warning-cleared') {
      open.delete(fact.level);
      episodes.push(episode(fact, fact.atMs));
    }
  }
  for (const each of open.values()) episodes.push(episode(each, endMs));
  return episodes.sort((a, b) => a.startS - b.startS || order(a.level) - order(b.level));
}

function rise(open: ReadonlyMap<WarningLevel, Open>, { bpm, distrust }: FactOf<'measured'>): void {
  if (distrust !== undefined) return;
  for (const each of open.values()) each.peakBpm = Math.max(each.peakBpm, bpm);
}

const episode = (
  { level, onsetMs, peakBpm }: Pick<Open, 'level' | 'onsetMs' | 'peakBpm'>,
  endMs: number,
): WarningEpisode => ({ level, startS: seconds(onsetMs), endS: seconds(endMs), peakBpm });

const order = (level: WarningLevel): number => (level === 'caution' ? 0 : 1);
