import { expect, test } from 'vitest';
import { createPlainLines } from '../../src/ui/plain-lines.ts';
import { connected, createStory, header, moments, type Story } from './story.ts';

function linesOf(story: Story): string[] {
  const plain = createPlainLines();
  return story.turns().flatMap((turn) => plain.show(turn));
}

test('the first line says whose pulse it is, which routine, and the limits with their source', () => {
  const [first] = linesOf(createStory({ ...header, source: 'simulator' }).beat(80, 2));
  expect(first).toBe('SIMULATED STRAP · Heart and vessels · caution 90 · limit 100 (the usual)');
});

test('A6: without a strap the first line names no limits', () => {
  const [first] = linesOf(moments.unguarded());
  expect(first).toBe('NO STRAP, UNGUARDED · Heart and vessels');
});

test('one line a second, and one more at every change', () => {
  const lines = linesOf(connected().beat(72, 6));
  const seconds = lines.filter((line) => !line.includes('  > ')).slice(1);
  expect(seconds.map((line) => line.slice(0, 4))).toEqual([
    '0:00',
    '0:01',
    '0:02',
    '0:03',
    '0:04',
    '0:05',
    '0:06',
  ]);
  expect(lines).toContain('0:00  > Polar H10 · battery 80 %');
});

test('a warning is told when it is raised, with its number and what to do, and when it is over', () => {
  const lines = linesOf(moments.recovery().until(84, (state) => state.guard.over === undefined));
  expect(lines).toContainEqual(
    expect.stringMatching(/ > CAUTION: 95 bpm, 90 or more · slow down · breathe out$/),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/ > OVER: 104 bpm, above 100 · stop · sit down · breathe$/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/ > was over 08:01–08:02, peak 104$/));
});

test('a pulse that is down, and not long enough, is not called above the line', () => {
  const repeated = (bpm: number) =>
    linesOf(moments.recovery().beat(bpm, 12)).filter((line) => /still|nearly/.test(line));
  expect(repeated(103)[0]).toMatch(/ > still OVER: 103 bpm/);
  expect(repeated(97)[0]).toMatch(/ > nearly down: 97 bpm/);
});

test('a lost signal shows dashes, the reason and the remedy, never the last value', () => {
  const lines = linesOf(moments.held());
  const last = lines.at(-1);
  expect(last).toMatch(/^0:35 {2}-- \(signal lost · 2 s\) {2}NO PULSE/);
  expect(lines).toContainEqual(expect.stringMatching(/ > signal lost: Stay near/));
});

test('no line of any story has an escape or another control character', () => {
  for (const tell of Object.values(moments)) {
    for (const line of linesOf(tell())) expect(line).not.toMatch(/\p{Cc}/u);
  }
});

test('a session that is not recorded is told once, with the reason', () => {
  const plain = createPlainLines();
  const failed = { status: 'failed', reason: 'the disk is full' } as const;
  expect(plain.setRecording(failed)).toEqual(['> NOT RECORDING: the disk is full']);
  expect(plain.setRecording(failed)).toEqual([]);
  expect(plain.setRecording({ status: 'on' })).toEqual(['> recording']);
  expect(plain.setRecording({ status: 'on', isBehind: true })).toEqual([]);
});
