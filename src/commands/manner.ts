import { type CueVolume, cueVolumes } from '../cues/telling.ts';
import type { Profile } from '../journal/profile-schema.ts';
import { wordFrom, yesNoFrom } from './environment.ts';
import type { SessionFlags } from './session-flags.ts';

/** How a session is told to the person. */
export type Manner = {
  /** In sentences for a screen reader. */
  readonly isAccessible: boolean;
  /** How often the pulse is told there, in seconds; 0 for never. */
  readonly announceS: number;
  readonly voice: boolean;
  readonly volume: CueVolume;
};

type Flags = Pick<
  SessionFlags,
  'accessible' | 'plain' | 'json' | 'announce' | 'voice' | 'cues' | 'speed'
>;

const usualAnnounceS = 60;

/** Flag before environment before profile; without a voice in simulated time, where nobody could follow it. */
export function mannerOf(env: NodeJS.ProcessEnv, flags: Flags, profile: Profile): Manner {
  const voice = flags.voice ?? yesNoFrom(env, 'PULSEPACE_VOICE') ?? profile.voice ?? false;
  return {
    isAccessible: isAccessible(env, flags, profile),
    announceS: flags.announce ?? usualAnnounceS,
    voice: voice && flags.speed !== 'max' && flags.json !== true,
    volume: flags.cues ?? wordFrom(env, 'PULSEPACE_CUES', cueVolumes) ?? profile.cues ?? 'steps',
  };
}

/** ACCESSIBLE is set by other programs' users too: whatever is no 0 means yes. A form asked for by its own flag wins. */
export function isAccessible(
  { ACCESSIBLE }: NodeJS.ProcessEnv,
  { accessible, plain, json }: Pick<Flags, 'accessible' | 'plain' | 'json'>,
  profile: Pick<Profile, 'accessible'>,
): boolean {
  if (accessible !== undefined) return accessible;
  if (plain === true || json === true) return false;
  if (ACCESSIBLE !== undefined && ACCESSIBLE !== '') return !['0', 'false'].includes(ACCESSIBLE);
  return profile.accessible ?? false;
}
