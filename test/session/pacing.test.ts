import { expect, test } from 'vitest';
import { ofType, paceOf } from './pace.ts';
import { beats, headerOf, plainRoutine, stepsOf, storyOf, tell, tick } from './story.ts';

test('§3 a session goes from getting ready by exercise and rest to cool-down and its end', () => {
  expect(paceOf(plainRoutine(2), beats(80, 0, 400))).toEqual([
    '0 get-ready-began 0',
    '15 exercise-began 0',
    '75 exercise-ended 0 done',
    '75 rest-began planned',
    '95 get-ready-began 1',
    '103 exercise-began 1',
    '163 exercise-ended 1 done',
    '163 cool-down-began completed',
    '293 session-ended completed',
  ]);
});

test('§3 a change between lying and standing gets 15 s', () => {
  const routine = stepsOf({ posture: 'lying' }, { posture: 'standing' }, { posture: 'walking' });
  const lengths = ofType(tell(headerOf(routine), beats(80, 0, 300)).facts, 'get-ready-began');
  expect(lengths.map((each) => each.lengthMs)).toEqual([10_000, 15_000, 8000]);
});

test('§3 so does getting up from the rest before a step, where that is lying', () => {
  const routine = stepsOf({ posture: 'sitting' }, { posture: 'kneeling', restPosture: 'lying' });
  const lengths = ofType(tell(headerOf(routine), beats(80, 0, 300)).facts, 'get-ready-began');
  expect(lengths.map((each) => each.lengthMs)).toEqual([10_000, 15_000]);
});

test('§3 no rest is put before a step that is itself calm', () => {
  const routine = stepsOf({}, { effort: 'still', dose: { type: 'time', seconds: 30 } });
  expect(paceOf(routine, beats(80, 0, 90)).slice(2)).toEqual([
    '75 exercise-ended 0 done',
    '75 get-ready-began 1',
    '83 exercise-began 1',
  ]);
});

test('§3 the clock of an exercise stands while the signal is late', () => {
  const gap = [...beats(80, 0, 20), ...beats(80, 25, 90)];
  expect(paceOf(plainRoutine(), gap)).toContain('77.999 exercise-ended 0 done');
});

test('§3 getting ready ends only on a live signal', () => {
  const told = tell(headerOf(plainRoutine()), [...beats(80, 0, 12), tick(17)]);
  expect(storyOf(told.facts, 'exercise-began')).toEqual([]);
  expect(paceOf(plainRoutine(), beats(80, 0, 12), beats(80, 17, 18))).toContain(
    '17 exercise-began 0',
  );
});

test('§3 over while getting ready: no exercise begins before the pulse is down', () => {
  expect(paceOf(plainRoutine(), beats(80, 0, 10), beats(101, 10, 30), beats(80, 30, 50))).toEqual([
    '0 get-ready-began 0',
    '10 recovery-began',
    '40 get-ready-began 0',
    '45 exercise-began 0',
  ]);
});
