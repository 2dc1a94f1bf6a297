import { describe, expect, test } from 'vitest';
import { notDownText } from '../../src/review/not-down-text.ts';
import { summarize } from '../../src/review/summary.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { linkLost, openHeader, press, tell, through, tick } from '../session/story.ts';
import { journal, measured, over } from './journal-facts.ts';

type Inputs = Parameters<typeof tell>[1];
const summaryOf = (inputs: Inputs, change: Partial<SessionHeader> = {}) => {
  const header = openHeader(change);
  return summarize(header, tell(header, inputs).facts);
};
const endingWith = (bpm: number) => [...through([80, 20], [bpm, 40]), press(40, 'stop')];

describe('§1 a summary says it where a session left the pulse raised, or unknown', () => {
  test('above the limit', () => {
    const summary = summaryOf(endingWith(104));
    expect(summary.notDown).toEqual({ level: 'over', bpm: 104 });
    expect(notDownText(summary)).toBe('At the end the pulse was 104, still above 100.');
  });

  test('in caution', () => {
    expect(notDownText(summaryOf(endingWith(92)))).toBe(
      'At the end the pulse was 92, still 90 or more.',
    );
  });

  test('down: nothing', () => {
    expect(summaryOf(endingWith(80))).not.toHaveProperty('notDown');
  });

  test('lost before the end', () => {
    const lost = [...through([80, 20], [104, 40]), linkLost(40), tick(50), press(50, 'stop')];
    expect(notDownText(summaryOf(lost))).toBe(
      'At the end the pulse was not known, it was above 100 before.',
    );
    const calm = [...through([80, 40]), linkLost(40), tick(50), press(50, 'stop')];
    expect(notDownText(summaryOf(calm))).toBe('At the end the pulse was not known.');
  });

  test('an old value is not the pulse at the end, even where no fact says that it was lost', () => {
    const facts = journal(measured(1, 80), over(30));
    expect(notDownText(summarize(openHeader(), facts))).toBe('At the end the pulse was not known.');
  });

  test('by the limits that a key has moved, where one did', () => {
    const moved = [...through([104, 20]), press(20, 'limits-raise'), press(21, 'stop')];
    expect(notDownText(summaryOf(moved))).toBe(
      'At the end the pulse was 104, and above 105 shortly before.',
    );
  });

  test('where nothing watched there is nothing to say', () => {
    expect(summaryOf([tick(20), press(20, 'stop')], { source: 'none' })).not.toHaveProperty(
      'notDown',
    );
  });
});
