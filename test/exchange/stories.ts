import type { Fact } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import type { Input } from '../../src/session/input.ts';
import { headerOf, packet, press, sourceEnded, stepsOf, tell, tick } from '../session/story.ts';

const pacedRoutine = stepsOf(
  { name: 'Arm circles', dose: { type: 'time', seconds: 60 }, effort: 'light' },
  { name: '=Squats, "half"', dose: { type: 'time', seconds: 60 } },
  {
    name: 'Évening out ♥',
    dose: { type: 'time', seconds: 30 },
    effort: 'still',
    posture: 'sitting',
  },
);

/** RR of a heart of `bpm`, exact multiples of 1/1024 s, swinging a little. */
const beat = (bpm: number, atS: number): number =>
  Math.round((60_000 / bpm + 20 * Math.sin(atS)) * 1.024) / 1.024;

/** Four minutes of a routine with a warning, a pause, a spike that is not trusted, and an end by key. */
export function pacedSession(change: Partial<SessionHeader> = {}): {
  readonly header: SessionHeader;
  readonly facts: readonly Fact[];
} {
  const header = headerOf(pacedRoutine, { id: 'ab12cd', sensor: 'H10 ♥ 測', ...change });
  const pulse = (atS: number): number => (atS > 60 && atS < 90 ? 93 : 78 + (atS % 5));
  const inputs: Input[] = [
    ...Array.from({ length: 240 }, (_, atS) => {
      const bpm = atS === 40 ? 200 : pulse(atS);
      const rr =
        atS % 9 === 0
          ? []
          : [beat(pulse(atS), atS), ...(atS % 4 === 0 ? [beat(pulse(atS), atS + 1)] : [])];
      return packet(atS + 0.3, bpm, { rr, contact: true });
    }),
    press(100.5, 'pause'),
    press(130.2, 'pause'),
    sourceEnded(240),
    press(245, 'stop'),
    tick(246),
  ];
  return {
    header,
    facts: tell(
      header,
      inputs.sort((a, b) => a.atMs - b.atMs),
    ).facts,
  };
}
