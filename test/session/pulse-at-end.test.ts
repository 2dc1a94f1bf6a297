import { describe, expect, test } from 'vitest';
import { notDownAdvice, notDownWords } from '../../src/session/pulse-at-end.ts';
import { linkLost, openHeader, type Span, tell, through, tick } from './story.ts';

const wordsAfter = (...spans: readonly Span[]) =>
  notDownWords(tell(openHeader(), through(...spans)).state);

describe('§1 not knowing, and not being down, never look like being fine', () => {
  test('a pulse that is down needs no words', () => {
    expect(wordsAfter([80, 20])).toBeUndefined();
    expect(wordsAfter([104, 20], [80, 40])).toBeUndefined();
  });

  test.each<[string, readonly Span[], string]>([
    ['over', [[101, 20]], 'Your pulse is 101, still above 100.'],
    [
      'just below the limit',
      [
        [104, 20],
        [100, 24],
      ],
      'Your pulse is 100, but was above 100 a moment ago.',
    ],
    ['caution', [[90, 20]], 'Your pulse is 90, still 90 or more.'],
    [
      'just below caution',
      [
        [95, 20],
        [89, 24],
      ],
      'Your pulse is 89, but was 90 or more a moment ago.',
    ],
  ])('%s', (_name, spans, words) => {
    expect(wordsAfter(...spans)).toBe(words);
  });

  test('a lost signal after a warning is not known, and says what it was', () => {
    const { state } = tell(openHeader(), [...through([104, 20]), linkLost(20), tick(30)]);
    expect(notDownWords(state)).toBe('Your pulse is not known now, it was above 100 before.');
    expect(notDownAdvice(state)).toMatch(/ask a doctor\.$/);
  });

  test('a signal that never came is not known', () => {
    expect(notDownWords(tell(openHeader(), [tick(30)]).state)).toBe('Your pulse is not known now.');
  });

  test('without a strap nothing is said of a pulse', () => {
    const { state } = tell(openHeader({ source: 'none' }), [tick(30)]);
    expect(notDownWords(state)).toBeUndefined();
  });
});
