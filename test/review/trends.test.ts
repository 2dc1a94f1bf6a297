import { describe, expect, test } from 'vitest';
import { banisterLoad } from '../../src/review/load/training-impulse.ts';
import { dayOf } from '../../src/review/local-day.ts';
import { type SessionFigures, sessionFigures } from '../../src/review/session-figures.ts';
import { type TrendsAsked, trendsOf, usualRestingBpm } from '../../src/review/trends.ts';
import { isUnavailable } from '../../src/review/unavailable.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { figuresOf } from './figures.ts';
import { began, ended, journal, over, steady } from './journal-facts.ts';

const tuesday = dayOf('2026-11-24');
const asked: TrendsAsked = { today: tuesday, weeks: 3, person: {}, plans: [] };
const of = (sessions: readonly SessionFigures[], change: Partial<TrendsAsked> = {}) =>
  trendsOf(sessions, { ...asked, ...change });
const daily = (days: number, change: (index: number) => Partial<SessionFigures>) =>
  Array.from({ length: days }, (_, index) => figuresOf(tuesday - days + 1 + index, change(index)));
const none = { unavailable: 'nothing was measured' };

test('weeks begin on Mondays, the last is the present one, and every figure says of how many it is', () => {
  const trends = of(daily(3, (index) => ({ restingBpm: 60 + index })));
  expect(trends).toMatchObject({ from: '2026-11-09', to: '2026-11-24', weeks: 3 });
  expect(trends.restingBpm).toEqual([
    { monday: '2026-11-09', value: none, of: 0 },
    { monday: '2026-11-16', value: 60, of: 1 },
    { monday: '2026-11-23', value: 61.5, of: 2 },
  ]);
});

test('§7 only a strap and what was imported count; the others are counted as left out', () => {
  const simulated = figuresOf(tuesday, { source: 'simulator', restingBpm: 40 });
  const trends = of([simulated, figuresOf(tuesday, { restingBpm: 70, minute: 500 })]);
  expect(trends.sessions).toEqual({ counted: 1, leftOut: 1 });
  expect(trends.restingBpm.at(-1)).toMatchObject({ value: 70, of: 1 });
});

test('§2 the first rest of a morning is the morning; an afternoon is none', () => {
  const sessions = [
    figuresOf(tuesday, { minute: 9 * 60, restingBpm: 80 }),
    figuresOf(tuesday, { minute: 7 * 60, restingBpm: 62 }),
    figuresOf(tuesday - 1, { minute: 13 * 60, restingBpm: 90 }),
  ];
  expect(of(sessions).restingBpm.at(-1)).toMatchObject({ value: 62, of: 1 });
});

describe('analytics §3: ln RMSSD of seven days against the own mean ± 0.5 SD', () => {
  const trend = (sessions: readonly SessionFigures[], change: Partial<TrendsAsked> = {}) => {
    const { rmssd } = of(sessions, change);
    if (isUnavailable(rmssd)) throw new Error(rmssd.unavailable);
    return rmssd;
  };
  const alternating = (recentMs: number) =>
    daily(37, (index) => ({
      restingBpm: 60,
      rmssdMs: index >= 30 ? recentMs : index % 2 === 0 ? 20 : 45,
    }));

  test('the band is of the days before, of logarithms, by n - 1', () => {
    // ln 20 and ln 45, fifteen each: mean ln 30, SD = half of ln(45/20) × sqrt(30/29).
    const half = 0.5 * 0.5 * Math.log(45 / 20) * Math.sqrt(30 / 29);
    const { band, sevenDays } = trend(alternating(30));
    expect(band).toEqual({
      lowMs: Math.round(300 * Math.exp(-half)) / 10,
      highMs: Math.round(300 * Math.exp(half)) / 10,
      of: 30,
    });
    expect(sevenDays).toEqual({ rmssdMs: 30, of: 7 });
  });

  test.each([
    [30, 'within'],
    [24, 'below'],
    [38, 'above'],
  ])('seven days of %d ms are %s', (ms, verdict) => {
    expect(trend(alternating(ms)).verdict).toBe(verdict);
  });

  test('with too few mornings it is unavailable, with how many it needs and has', () => {
    const few = trend(daily(12, () => ({ restingBpm: 60, rmssdMs: 30 })));
    expect(few.band).toEqual({
      unavailable: 'it needs 14 mornings of the 60 days before, and there are 5',
    });
    expect(few.verdict).toEqual(few.band);
    const old = trend(alternating(30), { today: tuesday + 6 });
    expect(old.sevenDays).toEqual({
      unavailable: 'it needs 3 mornings of the last 7 days, and there are 1',
    });
  });

  test('with an irregular rhythm there is none', () => {
    expect(of(alternating(30), { person: { irregularRhythm: true } }).rmssd).toEqual({
      unavailable: 'with an irregular rhythm or a pacemaker it says nothing',
    });
  });
});

const circles = (
  averageBpm: number | undefined,
  more: { isDone?: boolean; knownS?: number } = {},
) => ({
  steps: [
    {
      stepId: 'circles',
      isDone: true,
      reachedCaution: false,
      overStops: 0,
      ...(averageBpm !== undefined && { averageBpm }),
      lapS: 60,
      knownS: 60,
      ...more,
    },
  ],
});

test('an exercise is compared with itself in the same routine, where it was done to its end', () => {
  const { exercises } = of([
    figuresOf(tuesday, circles(80)),
    figuresOf(tuesday, circles(90)),
    figuresOf(tuesday, circles(140, { isDone: false })),
    figuresOf(tuesday, { ...circles(100), routineId: 'legs' }),
  ]);
  expect(exercises.map(({ routineId, weeks }) => [routineId, weeks.at(-1)])).toEqual([
    ['heart', { monday: '2026-11-23', value: 85, of: 2, knownPercent: 100 }],
    ['legs', { monday: '2026-11-23', value: 100, of: 1, knownPercent: 100 }],
  ]);
});

test('a lap whose pulse was known for 5 s weighs 5 s, and how much was known stands beside the mean', () => {
  const [trend] = of([
    figuresOf(tuesday, circles(80, { knownS: 55 })),
    figuresOf(tuesday, circles(140, { knownS: 5 })),
    figuresOf(tuesday - 1, circles(undefined, { knownS: 0 })),
  ]).exercises;
  expect(trend?.weeks.at(-1)).toEqual({
    monday: '2026-11-23',
    value: 85,
    of: 2,
    knownPercent: 33.3,
  });
  expect(trend?.knownPercent).toBe(33.3);
});

test('a lap is as long as it was, and known as long as its pulse was', () => {
  const facts = journal(
    steady(80, 0, 20),
    steady(80, 50, 120),
    began(10),
    ended(70, 'done'),
    over(120),
  );
  const [step] = sessionFigures(headerOf(plainRoutine(1)), facts).steps;
  expect(step).toMatchObject({ lapS: 60, averageBpm: 80 });
  expect(step?.knownS).toBeGreaterThan(30);
  expect(step?.knownS).toBeLessThan(40);
});

test('analytics §8: recovery only under equal conditions, met twice, with the pulse it fell from', () => {
  const fall = (afterStepId: string, hrr60Bpm: number) => ({
    fall: { afterStepId, endBpm: 90, hrr60Bpm },
  });
  const { recovery } = of([
    figuresOf(tuesday, fall('scissors', 10)),
    figuresOf(tuesday, fall('scissors', 14)),
    figuresOf(tuesday, fall('bicycle', 30)),
    figuresOf(tuesday, { ...fall('scissors', 40), routineId: 'legs' }),
  ]);
  expect(recovery).toHaveLength(1);
  expect(recovery[0]).toMatchObject({ routineId: 'heart', afterStepId: 'scissors' });
  expect(recovery[0]?.hrr60.at(-1)).toMatchObject({ value: 12, of: 2 });
  expect(recovery[0]?.endBpm.at(-1)).toMatchObject({ value: 90 });
});

describe('analytics §10: load', () => {
  const person = { sex: 'male', highestBpm: 170, restingBpm: 60 } as const;

  test('one index throughout, the first 42 days settling, rest days as 0', () => {
    const { load } = of(
      daily(2, () => ({})),
      { person },
    );
    if (isUnavailable(load)) throw new Error(load.unavailable);
    const spans = [
      { startMs: 0, endMs: 600_000, bpm: 80 },
      { startMs: 600_000, endMs: 1_200_000, bpm: 81 },
    ];
    const one = banisterLoad(spans, 1_200_000, person);
    if (isUnavailable(one)) throw new Error(one.unavailable);
    expect(load).toMatchObject({ index: 'banister-men', scaled: 0, without: 0 });
    expect(load.weeks.at(-1)).toMatchObject({
      load: Math.round(one.value * 20) / 10,
      of: 2,
      isSettling: true,
    });
  });

  test('without a sex it is Edwards, without a highest pulse unavailable with what to set', () => {
    const sessions = daily(2, () => ({}));
    expect(of(sessions, { person: { highestBpm: 170 } }).load).toMatchObject({ index: 'edwards' });
    expect(of(sessions).load).toEqual({
      unavailable:
        'it needs your highest pulse or your year of birth: pulsepace profile set birthYear 1961',
    });
  });

  test('what is scaled and what has no load is counted in these weeks alone', () => {
    const silent = { secondsAtBpm: { fromBpm: 0, seconds: [] } };
    const half = { secondsAtBpm: { fromBpm: 80, seconds: [600] } };
    const sessions = [silent, half, {}].flatMap((change) => [
      figuresOf(tuesday - 60, change),
      figuresOf(tuesday - 1, change),
    ]);
    expect(of(sessions, { person }).load).toMatchObject({ scaled: 1, without: 1 });
  });

  test('where the profile has no pulse at rest it is the median of the mornings, between two of them too', () => {
    const mornings = [60, 70].map((restingBpm, index) =>
      figuresOf(tuesday - index, { restingBpm }),
    );
    const { restingBpm: _, ...bare } = person;
    const known = { ...person, restingBpm: 65 };
    expect(usualRestingBpm(mornings, tuesday)).toBe(65);
    expect(usualRestingBpm(mornings, tuesday - 1)).toBe(70);
    expect(usualRestingBpm([], tuesday)).toBeUndefined();
    expect(of(mornings, { person: bare }).load).toEqual(of(mornings, { person: known }).load);
  });

  test('after 42 days it has settled', () => {
    const { load } = of(
      daily(50, () => ({})),
      { person },
    );
    expect(isUnavailable(load) || load.weeks.at(-1)?.isSettling).toBe(false);
  });
});

test('names stand beside ids; a plan is told of in all the weeks that are', () => {
  const names = {
    routine: (id: string) => `<${id}>`,
    step: (id: string, step: string) => `<${id}/${step}>`,
  };
  const plan = {
    routineId: 'heart',
    times: ['morning'],
    days: ['mon'],
    since: '2026-01-05',
  } as const;
  const fall = { fall: { afterStepId: 'scissors', endBpm: 90, hrr60Bpm: 12 } };
  const sessions = [figuresOf(tuesday, fall), figuresOf(tuesday, fall)];
  const named = of(sessions, {
    names,
    plans: [{ ...plan, times: [...plan.times], days: [...plan.days] }],
  });
  const routine = { routineId: 'heart', routineName: '<heart>' };
  expect(named.exercises).toMatchObject([
    { ...routine, stepId: 'circles', stepName: '<heart/circles>' },
  ]);
  expect(named.recovery).toMatchObject([
    { ...routine, afterStepId: 'scissors', afterStepName: '<heart/scissors>' },
  ]);
  expect(named.regularity).toMatchObject([routine]);
  expect(named.regularity[0]?.weeks.map(({ monday }) => monday)).toEqual([
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
  ]);
});

test('no session at all: every figure says why it is unavailable, and none is 0', () => {
  const trends = of([]);
  expect(trends.restingBpm.map(({ value }) => value)).toEqual([none, none, none]);
  expect(trends).toMatchObject({ exercises: [], recovery: [], load: expect.anything() });
  expect(isUnavailable(trends.load)).toBe(true);
  expect(trends.days.every((each) => each === 0)).toBe(true);
});
