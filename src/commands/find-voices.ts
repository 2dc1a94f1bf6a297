import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Voice, voicesOf } from '../cues/voices.ts';

/** The voices of this system that are installed, the best first. */
export const findVoices = (
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): readonly Voice[] => voicesOf(platform).filter(({ program }) => isOnPath(program, env));

function isOnPath(program: string, env: NodeJS.ProcessEnv): boolean {
  const path = env.PATH ?? env.Path ?? '';
  return path
    .split(delimiter)
    .some((folder) => folder !== '' && isExecutable(join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The command that brings a voice, where the system has none of its own. */
const voiceInstall = (platform: NodeJS.Platform = process.platform): string | undefined =>
  platform === 'linux' ? 'sudo apt install espeak-ng' : undefined;

/** In one sentence, that no voice was found and what to do. */
export function noVoiceText(platform: NodeJS.Platform = process.platform): string {
  const install = voiceInstall(platform);
  return `No voice was found, nothing is spoken${install === undefined ? '.' : `: ${install}`}`;
}
