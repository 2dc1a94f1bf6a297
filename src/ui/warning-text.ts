import type { WarningLevel } from '../session/facts.ts';
import type { Episode, SessionState } from '../session/state.ts';
import { countdownText, wallClockText } from './clock-text.ts';

/** Warnings not yet acknowledged, newest first, each with its time of day and its peak (A4). */
export const latchedWarnings = (state: SessionState): readonly string[] =>
  latched(state).map((episode) => episodeText(state, episode));

/** The level of the weightiest of them. */
export const latchedLevel = (state: SessionState): WarningLevel | undefined =>
  latched(state)[0]?.level;

const latched = ({ episodes }: SessionState): readonly Episode[] =>
  episodes
    .filter((episode) => !episode.acknowledged)
    .toSorted((one, other) => weight(other) - weight(one) || other.onsetMs - one.onsetMs);

const weight = ({ level }: Episode): number => (level === 'over' ? 1 : 0);

/** `was over 14:02–14:03, peak 104`; one that is still on has no end: `over since 14:02, peak 104`. */
export function episodeText({ header, guard }: SessionState, episode: Episode): string {
  const { level, onsetMs, endMs } = episode;
  const from = wallClockText(header, onsetMs);
  if (endMs === undefined) {
    return `${level} since ${from}, peak ${guard[level]?.peakBpm ?? episode.peakBpm}`;
  }
  const to = wallClockText(header, endMs);
  return `was ${level} ${from}${to === from ? '' : `–${to}`}, peak ${episode.peakBpm}`;
}

/** `acknowledged · silent for 0:42` while a warning that is on was acknowledged (A5). */
export function silenceText({ guard }: SessionState, atMs: number): string | undefined {
  const silentUntilMs = (guard.over ?? guard.caution)?.silentUntilMs;
  if (silentUntilMs === undefined || silentUntilMs <= atMs) return undefined;
  return `acknowledged · silent for ${countdownText(silentUntilMs - atMs)}`;
}
