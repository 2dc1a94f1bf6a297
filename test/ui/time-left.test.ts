import { expect, test } from 'vitest';
import { openRoutine } from '../../src/session/routine.ts';
import { frameOf } from './frame.tsx';
import { createStory, header } from './story.ts';

const after = (seconds: number, change: object): string =>
  frameOf(createStory({ ...header, ...change }).beat(75, seconds), [80, 24]);

test('minutes that were asked for are counted down where only a key would end the session', () => {
  const open = { routine: openRoutine };
  expect(after(60, { ...open, minutes: 20 })).toContain('about 19 min left');
  expect(after(60, open)).not.toContain('left');
});

test('of the minutes and the routine the one that ends first is told', () => {
  expect(after(10, {})).toContain('about 6 min left');
  expect(after(10, { minutes: 2 })).toContain('about 2 min left');
  expect(after(10, { minutes: 60 })).toContain('about 6 min left');
});
