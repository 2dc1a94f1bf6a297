import { setTimeout as pause } from 'node:timers/promises';
import { speakWith } from '../cues/voice-process.ts';
import type { Voice } from '../cues/voices.ts';
import { plainText } from '../ui/plain-text.ts';
import { type SoundCheck, soundChecks } from './doctor/sound-check.ts';
import { exitCode } from './door-error.ts';
import { findVoices, noVoiceText } from './find-voices.ts';
import type { Io } from './io.ts';

const betweenMs = 700;
const longestMs = 12_000;

/** `doctor --sound`: says which voice there is, then names each sound and plays it. Ends with 3 where no voice speaks. */
export async function hearSounds(io: Io): Promise<number> {
  const say = (text: string): void => void io.stdout.write(`${text}\n`);
  const voices = findVoices(io.env);
  say(voices.length === 0 ? noVoiceText() : `The voice is ${voices[0]?.program}.`);
  if (io.stdout.isTTY !== true) say('The output is no terminal, so the bell rings in none.');
  let left = voices;
  for (const check of soundChecks(voices.length > 0)) {
    if (check.utterance !== undefined && left.length === 0) break;
    say(check.words);
    if (check.bell !== undefined && io.stdout.isTTY === true) io.stdout.write(check.bell);
    left = await spoken(left, check, say);
    await pause(betweenMs);
  }
  return left.length === 0 ? exitCode.notFound : exitCode.ok;
}

/** Speaks with the first voice that can; the voices that are left. */
async function spoken(
  voices: readonly Voice[],
  { utterance }: SoundCheck,
  say: (text: string) => void,
): Promise<readonly Voice[]> {
  const [voice, ...others] = voices;
  if (voice === undefined || utterance === undefined) return voices;
  const trouble = await new Promise<string | undefined>((heard) => {
    speakWith(voice, utterance.text, longestMs, heard);
  });
  if (trouble === undefined) return voices;
  say(`${voice.program} does not speak: ${plainText(trouble, 100)}.`);
  const [next] = others;
  say(next === undefined ? 'There is no other voice.' : `The voice is ${next.program} now.`);
  return spoken(others, { words: '', utterance }, say);
}
