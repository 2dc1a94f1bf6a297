import type { Fact } from '../../../src/session/facts.ts';
import { beats, headerOf, linkLost, plainRoutine, press, tell } from '../../session/story.ts';

export const header = headerOf(plainRoutine(2));

/** Caution, over and a stop in the first exercise, acknowledged; a lost link in the second; then the pulse comes down. */
export const storyFacts: readonly Fact[] = tell(header, [
  ...beats(75, 2, 40),
  ...beats(95, 40, 50),
  ...beats(105, 50, 55),
  press(55, 'acknowledge'),
  ...beats(105, 55, 60),
  ...beats(80, 60, 130),
  linkLost(130),
  ...beats(86, 150, 230),
  ...beats(70, 230, 420),
]).facts;
