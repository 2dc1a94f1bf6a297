import { describe, expect, test } from 'vitest';
import { tellNow } from '../../src/cues/tell-now.ts';
import { createTeller } from '../../src/cues/tellings.ts';
import type { SessionState } from '../../src/session/state.ts';
import { downTo, isRaising, raisedBy } from '../../src/session/threshold-words.ts';
import { createPlainLines } from '../../src/ui/plain-lines.ts';
import { screenModel } from '../../src/ui/screen-model.ts';
import { zoneAdvice } from '../../src/ui/session-words.ts';
import { settings } from '../ui/frame.tsx';
import { connected, type Story } from '../ui/story.ts';

const isIn = (name: SessionState['phase']['name']) => (state: SessionState) =>
  state.phase.name === name;
const exercising = (): Story => connected().until(82, isIn('exercise')).beat(84, 6);

/** The same moment as the screen, the plain lines and the voice have it, all in one. */
function wordsOf(story: Story): { screen: string; lines: string; voice: string } {
  const tell = createTeller({ emergencyNumber: '112', breathWord: () => '' });
  const plain = createPlainLines();
  const { task } = screenModel(story.state(), story.atMs(), settings);
  return {
    screen: [task.title, ...task.lines].join(' '),
    lines: story.turns().flatMap(plain.show).join('\n'),
    voice: [
      ...story
        .turns()
        .flatMap(tell)
        .flatMap(({ text, more = [] }) => [text, ...more]),
      tellNow(story.state(), story.atMs()),
    ].join('\n'),
  };
}

describe('§3 what a rest waits for is one number with one meaning everywhere', () => {
  test.each([
    ['rest', () => connected().until(80, isIn('rest')).beat(95, 25)],
    ['recovery', () => exercising().until(104, isIn('recovery')).beat(104, 8)],
  ] as const)('%s: screen, plain lines and voice say it as the rule compares it', (name, there) => {
    const { screen, lines, voice } = wordsOf(there());
    for (const words of [screen, lines, voice]) {
      expect(words).toContain('87 or below');
      expect(words).not.toMatch(/\bbelow \d/);
    }
    expect(tellNow(there().state(), there().atMs())).toContain('87 or below');
    const atTheNumber = there().until(87, ({ phase }) => phase.name !== name);
    expect(atTheNumber.state().phase.name).toBe('get-ready');
    expect(there().beat(88, 60).state().phase.name).toBe(name);
  });

  test('the word is that of the comparison', () => {
    expect(downTo(87)).toBe('87 or below');
  });
});

describe('§2 what raises a warning is said as the guard compares it', () => {
  test.each([
    [89, undefined],
    [90, 'caution'],
    [100, 'caution'],
    [101, 'over'],
  ] as const)('a first value of %i: %s', (bpm, level) => {
    const story = exercising().beat(bpm, 1);
    const raised = story
      .turns()
      .flatMap(({ facts }) => facts)
      .filter((fact) => fact.type === 'warning-raised');
    expect(raised.at(-1)?.level).toBe(level);
    if (level === undefined) return;
    const { lines, voice } = wordsOf(story);
    const { limits } = story.state();
    expect(isRaising(level, bpm, limits)).toBe(true);
    const since = level === 'over' ? 'above 100' : '90 or more';
    expect(raisedBy(level, limits)).toBe(since);
    expect(lines).toContain(`${bpm} bpm, ${since} · ${zoneAdvice(level, story.state())}`);
    expect(voice).toContain(`${level === 'over' ? 'Over' : 'Caution'}, ${bpm}.`);
  });
});
