import { describe, expect, test } from 'vitest';
import { createAccessibleLines } from '../../src/commands/accessible-lines.ts';
import { connected, createStory, header, moments, type Story } from '../ui/story.ts';

function linesOf(story: Story, { announceS = 60, hasKeys = false } = {}): string[] {
  const lines = createAccessibleLines({ emergencyNumber: '112', announceS, hasKeys });
  return story.turns().flatMap((turn) => lines.show(turn));
}

const training = () => connected().until(80, (state) => state.phase.name === 'ended');

test('it begins with whose pulse it is, the routine, the limits and their source (A10), then the keys', () => {
  const [first, second] = linesOf(createStory({ ...header, source: 'simulator' }).beat(80, 2), {
    hasKeys: true,
  });
  expect(first).toBe('Simulated strap. Heart and vessels. Caution 90, limit 100 (the usual).');
  expect(second).toMatch(/^Keys: space pauses.* d for discomfort stops everything at once\.$/);
});

test('A6: without a strap no limits are told, but that nothing watches', () => {
  const [first] = linesOf(moments.unguarded());
  expect(first).toBe('No strap, unguarded. Heart and vessels. Nothing watches your pulse.');
});

test('every line of every story is one sentence or more, in letters, digits and plain punctuation', () => {
  for (const tell of Object.values(moments)) {
    const lines = linesOf(tell(), { hasKeys: true });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^\p{Lu}[\p{L}\p{N} .,;:!?'()/%+-]*[.!?]$|^\p{Lu}.*\?.*\.$|^s /u);
  }
});

test('nothing is said twice: a step is explained once, and no line follows itself', () => {
  const lines = linesOf(training(), { announceS: 0 });
  for (const [index, line] of lines.entries()) expect(line).not.toBe(lines[index + 1]);
  expect(lines.filter((line) => line.includes('Sit tall'))).toHaveLength(1);
});

test('a step that goes on after a stop is named, not explained again', () => {
  const lines = linesOf(moments.recovery().until(80, (state) => state.phase.name === 'exercise'));
  const bends = lines.filter((line) => line.startsWith('Get ready. Side bends'));
  expect(bends).toEqual([
    expect.stringContaining('Bend to the left'),
    'Get ready. Side bends with leg lift. It goes on in 5 seconds.',
  ]);
});

describe('the pulse between changes', () => {
  const hour = () =>
    createStory({ ...header, routine: { ...header.routine, steps: [] } }).beat(80, 600);

  test('is told when it was not told for so long', () => {
    const quiet = connected()
      .until(78, (state) => state.phase.name === 'exercise')
      .press('pause')
      .beat(80, 600);
    const pulses = (announceS: number) =>
      linesOf(quiet, { announceS }).filter((line) => line.startsWith('Pulse 80'));
    expect(pulses(60)).toHaveLength(10);
    expect(pulses(120)).toHaveLength(5);
    expect(pulses(0)).toEqual([]);
    expect(pulses(60)[0]).toBe('Pulse 80, easy. Paused.');
  });

  test('at most that often, and never beside a warning that has just told it', () => {
    const lines = linesOf(hour(), { announceS: 30 });
    expect(lines.filter((line) => line.startsWith('Pulse')).length).toBeLessThanOrEqual(20);
    const warned = connected()
      .until(82, (state) => state.phase.name === 'exercise')
      .beat(84, 20)
      .beat(92, 29);
    const last = linesOf(warned, { announceS: 30 });
    expect(last.slice(last.findIndex((line) => line.startsWith('Caution')) + 1).join()).not.toMatch(
      /^Pulse 92/m,
    );
  });
});

test('a warning, its end and a lost signal are told as they come', () => {
  expect(linesOf(moments.recovery())).toContain('Over, 104. Stop. Sit down and breathe.');
  expect(linesOf(moments.held())).toContain('Signal lost. Stay near. Is the strap on, and moist?');
});

test('a session that is not recorded is told after its name, and each change once', () => {
  const lines = createAccessibleLines({ emergencyNumber: '112', announceS: 60, hasKeys: false });
  expect(lines.setRecording({ status: 'off' })).toEqual([]);
  const [turn] = connected().turns();
  if (turn === undefined) throw new Error('The story has no turn.');
  expect(lines.show(turn).slice(0, 2)).toEqual([
    expect.stringContaining('Heart and vessels'),
    'This session is not recorded.',
  ]);
  const failed = { status: 'failed', reason: 'the disk is full' } as const;
  expect(lines.setRecording(failed)).toEqual(['Not recording: the disk is full.']);
  expect(lines.setRecording(failed)).toEqual([]);
});
