import { describe, expect, test } from 'vitest';
import { findRoutine } from '../../src/library/library.ts';
import { openRoutine } from '../../src/session/routine.ts';
import {
  questionsFor,
  screeningNeeded,
  stoppedBy,
  tellsOfSymptom,
} from '../../src/session/screening.ts';
import { stepsOf } from './story.ts';

const today = '2026-11-22';
const heart = findRoutine('heart');
const cerebral = findRoutine('cerebral');
const ids = (routine: Parameters<typeof questionsFor>[0]): string[] =>
  questionsFor(routine).map(({ id }) => id);
const allNo = (routine: typeof heart): Record<string, boolean> =>
  Object.fromEntries(ids(routine).map((id) => [id, false]));

describe('§4 screening', () => {
  test('asks what the source asks for jogging, and ours, before whatever is moderate or more', () => {
    const common = [
      'meal',
      'ears',
      'weak-legs',
      'low-pressure',
      'chest',
      'fever',
      'dizzy',
      'doctor',
    ];
    expect(ids(heart)).toEqual(common);
    expect(ids(findRoutine('jog'))).toEqual(common);
    expect(ids(stepsOf({ effort: 'light' }, { effort: 'vigorous' }))).toEqual(common);
    const bySource = questionsFor(heart).filter(({ from }) => from === 'source');
    expect(bySource.map(({ id }) => id)).toEqual(['meal', 'ears', 'weak-legs', 'low-pressure']);
  });

  test('asks the source’s own questions before the routine for the brain', () => {
    expect(ids(cerebral).slice(8)).toEqual(['headache', 'speech', 'tired']);
  });

  test('asks nothing before what is light', () => {
    for (const routine of ['neck', 'capillaries', 'walk']) {
      expect([routine, ids(findRoutine(routine))]).toEqual([routine, []]);
    }
    expect(screeningNeeded(openRoutine, 'strap', undefined, today)).toBe(false);
  });

  test('every question has its reason, and what is possible instead', () => {
    for (const { reason, instead } of questionsFor(cerebral)) {
      expect(reason.length).toBeGreaterThan(10);
      expect(instead.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ['strap', true],
    ['none', true],
    ['simulator', false],
    ['replay', false],
    ['import', false],
  ] as const)('a session on %s is screened: %s', (source, isAsked) => {
    expect(screeningNeeded(heart, source, undefined, today)).toBe(isAsked);
  });

  test('is asked once a day', () => {
    const answers = allNo(heart);
    expect(screeningNeeded(heart, 'strap', { date: today, answers }, today)).toBe(false);
    expect(screeningNeeded(heart, 'strap', { date: '2026-11-21', answers }, today)).toBe(true);
    expect(screeningNeeded(heart, 'strap', { date: '2026-11-23', answers }, today)).toBe(true);
  });

  test('a yes of today asks again, since it may have changed', () => {
    const answers = { ...allNo(heart), meal: true };
    expect(screeningNeeded(heart, 'strap', { date: today, answers }, today)).toBe(true);
  });

  test('questions not yet answered today are asked', () => {
    const last = { date: today, answers: allNo(heart) };
    expect(screeningNeeded(cerebral, 'strap', last, today)).toBe(true);
    const more = { date: today, answers: allNo(cerebral) };
    expect(screeningNeeded(heart, 'strap', more, today)).toBe(false);
  });

  test('a yes stops, each by its own reason; silence and keys of JavaScript are no yes', () => {
    const stops = stoppedBy(questionsFor(heart), { ...allNo(heart), chest: true, dizzy: true });
    expect(stops.map(({ id }) => id)).toEqual(['chest', 'dizzy']);
    expect(stoppedBy(questionsFor(heart), {})).toEqual([]);
  });

  test('a symptom is told from a meal', () => {
    expect(tellsOfSymptom({ chest: true })).toBe(true);
    expect(tellsOfSymptom({ headache: true })).toBe(true);
    expect(tellsOfSymptom({ meal: true, doctor: true, chest: false })).toBe(false);
  });
});
