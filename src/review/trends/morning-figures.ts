import type { SessionFigures } from '../session-figures.ts';

/** What the first rest of a morning measured. */
export type MorningFigures = {
  readonly day: number;
  readonly restingBpm: number;
  readonly rmssdMs?: number;
};

const noonMinute = 12 * 60;

/** One a day, oldest first: the first session before noon, local time, that measured a pulse at rest. */
export function morningFigures(sessions: readonly SessionFigures[]): MorningFigures[] {
  const first = new Map<number, SessionFigures & { readonly restingBpm: number }>();
  for (const each of sessions) {
    const { day, minute, restingBpm } = each;
    if (restingBpm === undefined || minute >= (first.get(day)?.minute ?? noonMinute)) continue;
    first.set(day, { ...each, restingBpm });
  }
  return [...first.values()]
    .sort((a, b) => a.day - b.day)
    .map(({ day, restingBpm, rmssdMs }) => ({
      day,
      restingBpm,
      ...(rmssdMs !== undefined && { rmssdMs }),
    }));
}
