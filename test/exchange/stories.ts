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

/** The RR intervals of a heart that end in each second, exact multiples of 1/1024 s, swinging a little. */
function beatsBySecond(pulse: (atS: number) => number, seconds: number): number[][] {
  const ending = Array.from({ length: seconds }, (): number[] => []);
  for (let atMs = 0; atMs < seconds * 1000; ) {
    const atS = atMs / 1000;
    const rr = Math.round((60_000 / pulse(atS) + 20 * Math.sin(atS)) * 1.024) / 1.024;
    atMs += rr;
    ending[Math.floor(atMs / 1000)]?.push(rr);
  }
  return ending;
}

/** Four minutes of a routine with a warning, a pause, a spike that is not trusted, and an end by key. */
export function pacedSession(change: Partial<SessionHeader> = {}): {
  readonly header: SessionHeader;
  readonly facts: readonly Fact[];
} {
  const header = headerOf(pacedRoutine, { id: 'ab12cd', sensor: 'H10 ♥ 測', ...change });
  const pulse = (atS: number): number => (atS > 60 && atS < 90 ? 93 : 78 + (atS % 5));
  const beats = beatsBySecond(pulse, 240);
  const inputs: Input[] = [
    ...Array.from({ length: 240 }, (_, atS) =>
      packet(atS + 0.3, atS === 40 ? 200 : pulse(atS), { rr: beats[atS] ?? [], contact: true }),
    ),
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
