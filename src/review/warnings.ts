import type { Fact, FactOf, WarningLevel } from '../session/facts.ts';
import { seconds } from './rounded.ts';

/** A warning from its onset to its end. */
export type WarningEpisode = {
  readonly level: WarningLevel;
  readonly startS: number;
  readonly endS: number;
  readonly peakBpm: number;
  /** When it was first acknowledged, which may be after its end; absent where it was not. */
  readonly acknowledgedS?: number;
};

type Episode = {
  readonly level: WarningLevel;
  readonly onsetMs: number;
  peakBpm: number;
  endMs?: number;
  acknowledgedMs?: number;
};

/** The episodes of the guard as it decided them, by onset; one still on ends with the session. */
export function warnings(facts: readonly Fact[], endMs: number): WarningEpisode[] {
  const episodes: Episode[] = [];
  const open: Open = {};
  for (const fact of facts) {
    if (fact.type === 'measured') rise(open, fact);
    else if (fact.type === 'warning-raised') {
      const { level, atMs: onsetMs, bpm: peakBpm } = fact;
      const raised = { level, onsetMs, peakBpm };
      open[level] = raised;
      episodes.push(raised);
    } else if (fact.type === 'warning-acknowledged') acknowledge(episodes, fact);
    else if (fact.type === 'warning-cleared') {
      const ending = open[fact.level] ?? lostOnset(episodes, fact);
      ending.peakBpm = fact.peakBpm;
      ending.endMs = fact.atMs;
      delete open[fact.level];
    }
  }
  return episodes
    .map((each) => told(each, endMs))
    .sort((a, b) => a.startS - b.startS || order(a.level) - order(b.level));
}

type Open = { caution?: Episode; over?: Episode };

function rise({ caution, over }: Open, { bpm, distrust }: FactOf<'measured'>): void {
  if (distrust !== undefined) return;
  if (caution !== undefined && bpm > caution.peakBpm) caution.peakBpm = bpm;
  if (over !== undefined && bpm > over.peakBpm) over.peakBpm = bpm;
}

/** Those that are over count too: on the screen they wait to be acknowledged. */
function acknowledge(
  episodes: readonly Episode[],
  { level, atMs }: FactOf<'warning-acknowledged'>,
): void {
  for (const each of episodes) if (each.level === level) each.acknowledgedMs ??= atMs;
}

/** Where a damaged journal has lost the beginning of a warning, its end still tells when it was. */
function lostOnset(
  episodes: Episode[],
  { level, onsetMs, peakBpm }: FactOf<'warning-cleared'>,
): Episode {
  const episode = { level, onsetMs, peakBpm };
  episodes.push(episode);
  return episode;
}

const told = (
  { level, onsetMs, peakBpm, endMs, acknowledgedMs }: Episode,
  sessionEndMs: number,
): WarningEpisode => ({
  level,
  startS: seconds(onsetMs),
  endS: seconds(endMs ?? sessionEndMs),
  peakBpm,
  ...(acknowledgedMs !== undefined && { acknowledgedS: seconds(acknowledgedMs) }),
});

const order = (level: WarningLevel): number => (level === 'caution' ? 0 : 1);
