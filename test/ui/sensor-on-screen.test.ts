import { expect, test } from 'vitest';
import { keyHints, keyMeaning } from '../../src/ui/key-meaning.ts';
import { createPlainLines } from '../../src/ui/plain-lines.ts';
import { frameOf, settings } from './frame.tsx';
import { connected, createStory, header, moments, type Story } from './story.ts';

const lines = (story: Story): string[] => {
  const plain = createPlainLines();
  return story.turns().flatMap((turn) => plain.show(turn));
};
const keys = (story: Story): string[] =>
  keyHints(story.state(), story.atMs()).map(({ key }) => key);
const battery = (batteryPercent: number) =>
  ({ status: 'connected', name: 'Polar H10', batteryPercent }) as const;

test('a battery at 20 % is told once a session, and stays in sight where there is room', () => {
  const story = connected().beat(70, 2).link(battery(21)).beat(70, 1);
  expect(frameOf(story, [80, 24])).not.toContain('change it soon');
  story.link(battery(20)).beat(70, 1).link(battery(19)).beat(70, 2);
  for (const size of [
    [80, 24],
    [40, 10],
  ] as const) {
    expect(frameOf(story, size)).toContain('strap battery 20 %: change it soon');
  }
  expect(lines(story).filter((line) => line.includes('change it soon'))).toHaveLength(1);
  story.beat(70, 70);
  expect(frameOf(story, [80, 24])).toContain('strap battery 20 %: change it soon');
  expect(frameOf(story, [40, 10])).not.toContain('change it soon');
});

test('a strap that denies skin contact says so beside its name, and in place of a lost signal', () => {
  const story = moments.exercise();
  story.feel(false, 10);
  for (const size of [
    [80, 24],
    [40, 10],
  ] as const) {
    expect(frameOf(story, size)).toMatch(/no skin contact · \d+ s/);
  }
  expect(frameOf(story, [80, 24])).toContain('battery 80 % · no skin contact');
  story.link({ status: 'lost', reason: 'out of reach' });
  expect(frameOf(story, [80, 24])).not.toContain('no skin contact');
});

test('a search that lasts shows what to try, on the screen and in plain lines', () => {
  const hint = 'still looking: wear the strap and wet it; come closer';
  const story = createStory().wait(31).link({ status: 'searching', hint }).wait(1);
  const frame = frameOf(story, [80, 24]);
  expect(frame).toContain('Wear the strap and wet it.');
  expect(frame).toContain('Come closer.');
  expect(lines(story)).toContain(`0:31  > looking for Polar H10 · ${hint}`);
});

test('t is shown while a strap is sought or lost, e where it reports energy; neither for a simulator', () => {
  expect(keys(createStory())).toContain('t');
  expect(keys(connected().beat(70, 1))).not.toContain('t');
  expect(keys(connected().beat(70, 1).link({ status: 'lost', reason: 'gone' }))).toContain('t');
  expect(keys(connected().beat(70, 1))).not.toContain('e');
  expect(keys(connected().feel(true, 1, 12))).toContain('e');
  const simulated = createStory({ ...header, source: 'simulator' });
  expect(keys(simulated)).not.toContain('t');
  const { state, atMs } = connected();
  expect(keyMeaning('t', state(), atMs())).toBe('retry-link');
  expect(keyMeaning('E', state(), atMs())).toBe('reset-energy');
  expect(frameOf(createStory(), [40, 10])).toContain('t seek');
});

test('what the sensor says is shown, cleaned, before the battery', () => {
  const story = connected().link(battery(10)).beat(70, 1);
  const frame = frameOf(story, [80, 24], undefined, { ...settings, said: 'all \u001b[2Jwell' });
  expect(frame).toContain('all well');
  expect(frame).not.toContain('change it soon');
});

test('why a strap is not heard is told on every screen with room for a picture', () => {
  const lost = { status: 'lost', reason: 'Bluetooth is switched off' } as const;
  const story = moments.exercise().link(lost).wait(1);
  for (const size of [
    [80, 24],
    [40, 10],
  ] as const) {
    expect(frameOf(story, size)).toContain('Bluetooth is switched off.');
  }
});
