import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { encodeHeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import { type Room, room } from '../virtual-strap/room.ts';
import type { VirtualStrap } from '../virtual-strap/virtual-strap.ts';

const preload = fileURLToPath(new URL('../virtual-strap/preload.cjs', import.meta.url));

/** What makes the program, unchanged, hear a virtual radio. */
export const hearing = (radioPath: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--require ${preload}`,
  PULSEPACE_VIRTUAL_RADIO: radioPath,
});

/** A radio for the real program; it goes with the test. */
export async function air(): Promise<Room & { readonly env: NodeJS.ProcessEnv }> {
  const here = await room();
  onTestFinished(() => here.leave());
  return { ...here, env: hearing(here.radio.socketPath) };
}

/** A heart under a strap: a measurement each `everyMs`, unless nobody listens. */
export function heart(strap: VirtualStrap, { bpm = 72, everyMs = 250, energy = false } = {}) {
  let beats = 0;
  let lastSentMs = performance.now();
  let next = bpm;
  const beating = setInterval(() => {
    const rrIntervalsMs = [((700 + (beats % 300)) * 1000) / 1024];
    const more = energy ? { energyKj: beats } : {};
    if (!strap.send(encodeHeartRateMeasurement({ bpm: next, rrIntervalsMs, ...more }))) return;
    beats += 1;
    lastSentMs = performance.now();
  }, everyMs);
  const stop = (): void => clearInterval(beating);
  onTestFinished(stop);
  return {
    stop,
    beatAt: (now: number) => {
      next = now;
    },
    ageMs: () => performance.now() - lastSentMs,
  };
}
