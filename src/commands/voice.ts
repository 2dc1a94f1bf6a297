import { createSpeaker } from '../cues/speaker.ts';
import { tellNow } from '../cues/tell-now.ts';
import { createTeller } from '../cues/tellings.ts';
import { endsWarning, isFarewell, utteranceOf } from '../cues/utterance.ts';
import type { Turn } from '../session/turn.ts';
import { breathAt } from '../ui/breathing-guide.ts';
import { findVoices, noVoiceText } from './find-voices.ts';
import type { Manner } from './manner.ts';

/** What is spoken of a session, if anything is. */
export type SessionVoice = {
  /** Speaks of a turn; meant to come after it was drawn. Returns at once. */
  readonly follow: (turn: Turn) => void;
  readonly setMuted: (muted: boolean) => void;
  /** Says the pulse and the count; false where there is no voice, or it is muted. */
  readonly tell: (now: Pick<Turn, 'state' | 'atMs'>) => boolean;
  readonly leave: () => void;
};

export type VoiceParts = {
  readonly env: NodeJS.ProcessEnv;
  readonly manner: Manner;
  readonly emergencyNumber: string | undefined;
  /** Takes what there is to be said of the voice itself, once. */
  readonly notice: (sentence: string) => void;
};

const silent: SessionVoice = {
  follow: () => undefined,
  setMuted: () => undefined,
  tell: () => false,
  leave: () => undefined,
};

/** The voice of a session, through the first of the system's own that speaks; silent where none is wanted or found. */
export function createVoice({
  env,
  manner,
  emergencyNumber = '112',
  notice,
}: VoiceParts): SessionVoice {
  if (!manner.voice) return silent;
  const voices = findVoices(env);
  if (voices.length === 0) {
    notice(noVoiceText());
    return silent;
  }
  const speaker = createSpeaker({
    voices,
    onSilent: (reason) => notice(`Nothing is spoken: ${reason}`),
  });
  const tell = createTeller({ emergencyNumber, breathWord: (intoMs) => breathAt(intoMs).word });
  let muted = false;
  return {
    follow: (turn) => {
      const utterance = utteranceOf(tell(turn), { volume: manner.volume, muted });
      if (endsWarning(turn.facts)) speaker.hushWarning();
      if (utterance !== undefined)
        speaker.say({ ...utterance, isFarewell: isFarewell(turn.facts) });
    },
    setMuted: (now) => {
      muted = now;
      if (muted) speaker.hush();
    },
    tell: ({ state, atMs }) => {
      if (!muted) speaker.say({ text: tellNow(state, atMs), rank: 1 });
      return !muted;
    },
    leave: speaker.close,
  };
}
