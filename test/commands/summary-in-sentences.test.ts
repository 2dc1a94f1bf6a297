import { expect, test } from 'vitest';
import { summaryInSentences } from '../../src/commands/summary-in-sentences.ts';
import { summarize } from '../../src/review/summary.ts';
import { headerOf, packet, plainRoutine, press, tell } from '../session/story.ts';

const told = (firstS: number): string => {
  const header = headerOf(plainRoutine());
  const beats = Array.from({ length: 30 }, (_, second) => packet(firstS + second, 72));
  const { facts } = tell(header, [...beats, press(firstS + 30, 'stop')]);
  return summaryInSentences(summarize(header, facts));
};

test('a stretch without a pulse is a sentence, unless it rounds to no second', () => {
  expect(told(5)).toContain('Pulse not known after 0 seconds, for 5 seconds');
  expect(told(0.2)).not.toContain('Pulse not known');
});
