/**
 * From the strap's send to the painted bytes, through the real program in a real pseudo-terminal over the virtual radio.
 * `npm run bench -- frame-latency` for beats; `npm run bench -- frame-latency 1,10,40 [SESSIONS]` for warnings that come among so many
 * measurements a second: when the bell has rung, and when the word is on the screen.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { latencySession } from './latency-session.ts';

const BEATS = 200;
/** A frame of the pulse is drawn at once where the last is this old; every real strap is slower. */
const EVERY_MS = 300;
const CALM_MS = 2000;

const [rates, sessions = '6'] = process.argv.slice(2);
if (rates === undefined) await beats();
else for (const hz of rates.split(',')) await warnings(Number(hz), Number(sessions));

async function beats(): Promise<void> {
  const session = await latencySession();
  const times: number[] = [];
  for (let beat = 0; beat < BEATS; beat += 1) {
    const bpm = 55 + (beat % 30);
    times.push((await session.sendAndSee(bpm, `${bpm} bpm`)).paintedMs);
    await pause(EVERY_MS);
  }
  await session.close();
  console.log(`strap sends → frame painted: ${figures(times.slice(5))}`);
}

/** Each session gives two onsets, caution and over; the first measurement at either is the warning. */
async function warnings(hz: number, count: number): Promise<void> {
  const rung: number[] = [];
  const painted: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const session = await latencySession();
    for (const [bpm, word, strokes] of [
      [92, 'CAUTION', 1],
      [104, 'OVER', 3],
    ] as const) {
      await calm(session.send, bpm - 8, hz);
      const seen = await session.sendAndSee(bpm, word, strokes);
      painted.push(seen.paintedMs);
      rung.push(seen.rungMs ?? Number.NaN);
    }
    await session.close();
  }
  console.log(`at ${hz} Hz, strap sends → bell: ${figures(rung)}`);
  console.log(`at ${hz} Hz, strap sends → warning painted: ${figures(painted)}`);
}

async function calm(send: (bpm: number) => void, bpm: number, hz: number): Promise<void> {
  const beatsBefore = Math.max(2, Math.round((CALM_MS / 1000) * hz));
  for (let beat = 0; beat < beatsBefore; beat += 1) {
    send(bpm + (beat % 2));
    await pause(1000 / hz);
  }
}

function figures(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms (${sorted.length})`;
}
