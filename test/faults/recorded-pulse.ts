import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../../src/session/facts.ts';
import { emptyFolder } from '../end-to-end/pulsepace.ts';
import { journalText } from '../journal/samples.ts';

export type Stretch = {
  /** One value, or several that take turns; none for silence. */
  readonly bpm?: number | readonly number[];
  readonly seconds: number;
  readonly everyMs?: number;
  readonly skinContact?: boolean;
};

/** A journal to be replayed: a strap that is connected and sends these stretches one after the other. */
export function recordedPulse(stretches: readonly Stretch[]): string {
  const facts: Fact[] = [
    { type: 'link-changed', atMs: 0, link: { status: 'connected', name: 'Recorded strap' } },
  ];
  let fromMs = 0;
  for (const { bpm = [], seconds, everyMs = 1000, skinContact } of stretches) {
    const values = typeof bpm === 'number' ? [bpm] : bpm;
    for (let intoMs = 0; intoMs < seconds * 1000; intoMs += everyMs) {
      const value = values[(intoMs / everyMs) % values.length];
      if (value !== undefined) facts.push(measured(fromMs + intoMs, value, skinContact));
    }
    fromMs += seconds * 1000;
  }
  facts.push({ type: 'source-ended', atMs: fromMs });
  const path = join(emptyFolder(), 'recorded.ndjson');
  writeFileSync(path, journalText(facts));
  return path;
}

/** No two packets in a row are alike, as with a real heart. */
const measured = (atMs: number, bpm: number, skinContact: boolean | undefined): Fact => ({
  type: 'measured',
  atMs,
  bpm,
  rrIntervalsMs: [Math.round(60_000 / Math.max(30, bpm)) + ((atMs / 50) % 7)],
  ...(skinContact !== undefined && { skinContact }),
});
