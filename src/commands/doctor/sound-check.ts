import { bellFor } from '../../cues/bell.ts';
import type { Utterance } from '../../cues/utterance.ts';
import type { Fact, WarningLevel } from '../../session/facts.ts';

/** One thing to be heard: what is said of it before, and the sound itself. */
export type SoundCheck = {
  readonly words: string;
  readonly bell?: string;
  readonly utterance?: Utterance;
};

const raised = (level: WarningLevel, bpm: number): Fact => ({
  type: 'warning-raised',
  atMs: 0,
  level,
  bpm,
});

const bells: readonly SoundCheck[] = [
  { words: 'Bell, caution: one stroke.', bell: bellFor([raised('caution', 90)]) },
  { words: 'Bell, over: three strokes.', bell: bellFor([raised('over', 101)]) },
];

const spoken: readonly SoundCheck[] = [
  said('over', 'Over, 104. Stop. Sit down and breathe.', 3),
  said('warnings', 'Caution, 92. Slow down, breathe out.', 2),
  said('steps', 'Get ready. Feet and hands circles.', 1),
  said('all', '7', 0),
];

function said(level: string, text: string, rank: number): SoundCheck {
  return { words: `Voice, ${level}: "${text}"`, utterance: { text, rank } };
}

/** Each pattern of the bell, and one utterance of each level where there is a voice, in the order they are played. */
export const soundChecks = (hasVoice: boolean): readonly SoundCheck[] =>
  hasVoice ? [...bells, ...spoken] : bells;
