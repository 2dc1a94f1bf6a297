import { enter } from '../session/door.ts';
import { limitsDoor } from '../session/doors/limits.ts';
import { type LimitOrigin, type Limits, sourceLimits } from '../session/limits.ts';
import type { Routine } from '../session/routine.ts';
import { DoorError } from './door-error.ts';

export type LimitWishes = {
  readonly flag: Wish;
  readonly environment: Wish;
  readonly profile: Wish;
  readonly routine: Routine;
};
type Wish = { readonly cautionBpm?: number | undefined; readonly limitBpm?: number | undefined };
type Chosen = { readonly bpm: number; readonly origin: LimitOrigin };

/** Flag before environment before profile; else the source's numbers, which a routine may lower but never raise. */
export function chooseLimits(wishes: LimitWishes): Limits {
  const caution = choose(wishes, 'cautionBpm');
  const limit = choose(wishes, 'limitBpm');
  const limits = enter(limitsDoor, {
    cautionBpm: caution.bpm,
    limitBpm: limit.bpm,
    cautionOrigin: caution.origin,
    limitOrigin: limit.origin,
  });
  if (limits.success) return limits.data;
  throw new DoorError(
    `The pulse limits do not fit together: caution ${named(caution)}, limit ${named(limit)}. ` +
      'Both are whole numbers from 40 to 220 and caution is the lower; set them with --caution and --limit.',
  );
}

function choose(wishes: LimitWishes, key: 'cautionBpm' | 'limitBpm'): Chosen {
  for (const origin of ['flag', 'environment', 'profile'] as const) {
    const bpm = wishes[origin][key];
    if (bpm !== undefined) return { bpm, origin };
  }
  const own = wishes.routine[key];
  const usual = sourceLimits[key];
  return own !== undefined && own < usual
    ? { bpm: own, origin: 'routine' }
    : { bpm: usual, origin: 'source' };
}

const named = ({ bpm, origin }: Chosen): string => `${bpm} (${originInWords[origin]})`;

const originInWords: Record<LimitOrigin, string> = {
  key: 'your key',
  flag: 'your flag',
  environment: 'the environment',
  profile: 'your profile',
  routine: 'the routine',
  source: 'the usual',
};
