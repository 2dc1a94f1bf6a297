import { expect, test } from 'vitest';
import { createTeller } from '../../src/cues/tellings.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { restingTest } from '../../src/session/resting-test.ts';
import { rulesSchema } from '../../src/session/rules.ts';
import { breathAt } from '../../src/ui/breathing-guide.ts';
import { createPlainLines } from '../../src/ui/plain-lines.ts';
import { frameOf } from './frame.tsx';
import { createStory, header, type Story } from './story.ts';

const resting = (told: Partial<SessionHeader> = {}): Story =>
  createStory({
    ...header,
    ...told,
    kind: 'rest',
    routine: restingTest,
    rules: rulesSchema.parse({ baselineS: 60 }),
  }).link({ status: 'connected', name: 'Polar H10' });

const sentences = (story: Story): string[] => {
  const tell = createTeller({ emergencyNumber: '112', breathWord: (ms) => breathAt(ms).word });
  return story.turns().flatMap((turn) => tell(turn).map(({ text }) => text));
};

const plainLines = (story: Story): string[] => {
  const lines = createPlainLines();
  return story.turns().flatMap((turn) => [...lines.show(turn)]);
};

test.each([
  [80, 24, 'n enough'],
  [40, 10, 'n done'],
] as const)('a resting test offers no next step at %s columns', (columns, rows, enough) => {
  const keys = frameOf(resting().beat(62, 20), [columns, rows]).split('\n').at(-1);
  expect(keys).toContain(enough);
  expect(keys).not.toContain('next');
});

test('at its end it says what was measured, in lines and in sentences', () => {
  const done = resting().beat(62, 70);
  expect(done.state().phase.name).toBe('ended');
  expect(plainLines(done).at(-1)).toContain('session ended: Your pulse at rest: 62 · RMSSD');
  expect(sentences(done).slice(-2)).toEqual([
    'Your pulse at rest is 62.',
    'The resting test is done.',
  ]);
});

test('of a rhythm told irregular no variability is said at its end', () => {
  const said = (told: Partial<SessionHeader>) => {
    const story = resting(told).beat(62, 70);
    return [...plainLines(story), ...sentences(story)].join('\n');
  };
  expect(said({})).toContain('RMSSD');
  expect(said({ isIrregularTold: true })).not.toContain('RMSSD');
});

test('ended before anything was measured it says that it was ended', () => {
  const ended = resting().beat(62, 10).press('end').press('end');
  expect(plainLines(ended).at(-1)).toContain('session ended: You ended the session.');
  expect(sentences(ended).at(-1)).toBe('The session is over.');
});
