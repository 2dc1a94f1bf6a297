import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../src/review/local-day.ts';
import type { Practice } from '../../src/review/practice.ts';
import { progressionOf } from '../../src/review/progression.ts';
import { openRoutine } from '../../src/session/routine.ts';
import {
  type AcceptedStanding,
  acceptedStandingSchema,
} from '../../src/session/training-standing.ts';
import { calm, practice, routine, today } from './practices.ts';

const of = (practices: readonly Practice[], accepted?: AcceptedStanding) =>
  progressionOf(routine, practices, accepted, today);
const kinds = (practices: readonly Practice[], accepted?: AcceptedStanding) => {
  const { up } = of(practices, accepted);
  return 'none' in up ? up.none : up.offers.map(({ kind }) => kind);
};
const threeGood = [practice(3), practice(2), practice(1)];
const changed = (index: number, change: Partial<Practice>) =>
  threeGood.map((each, at) => (at === index ? { ...each, ...change } : each));

describe('§5 the first sessions of a routine', () => {
  test('begin at the least level, 70 % cadence, with the easier variant of what is moderate', () => {
    const { standing, because } = of([]);
    expect(standing).toEqual({
      level: 0,
      adaptations: [
        { stepId: 'squats', easier: true, cadenceFactor: 0.7 },
        { stepId: 'taps', easier: false, cadenceFactor: 0.7 },
      ],
    });
    expect(because).toMatch(/^First session: .*70 %/);
  });

  test.each(['simulator', 'replay', 'import', 'none'] as const)(
    'sessions of source %s do not count',
    (source) => {
      expect(of(threeGood.map((each) => ({ ...each, source })))).toEqual(of([]));
    },
  );

  test('sessions of another routine do not count', () => {
    expect(of(threeGood.map((each) => ({ ...each, routineId: 'other' })))).toEqual(of([]));
  });

  test('an open session has nothing to make easier', () => {
    const { standing, up } = progressionOf(
      openRoutine,
      [practice(1, { routineId: 'open', level: 0, steps: [] })],
      undefined,
      today,
    );
    expect(standing).toEqual({ level: 0, adaptations: [] });
    expect('none' in up).toBe(true);
  });
});

describe('§5 the next session', () => {
  const easier = [{ stepId: 'squats', easier: true, cadenceFactor: 0.7 }];

  test('keeps level, cadence and variants as they were', () => {
    const { standing, because } = of([practice(1, { adaptations: easier })]);
    expect(standing).toEqual({ level: 2, adaptations: easier });
    expect(because).toBe('Level 2, as last time.');
  });

  test('lowers a cadence to nine tenths after caution, to eight after an over-stop, others stay', () => {
    const steps = [
      calm('squats', { overStops: 1, reachedCaution: true }),
      calm('taps', { reachedCaution: true }),
      calm('sway'),
    ];
    const { standing, because } = of([practice(1, { steps, adaptations: easier })]);
    expect(standing.adaptations).toEqual([
      { stepId: 'squats', easier: true, cadenceFactor: 0.56 },
      { stepId: 'taps', easier: false, cadenceFactor: 0.9 },
    ]);
    expect(because).toMatch(/squats slower by a fifth.*; taps slower by a tenth, after caution\.$/);
  });

  test('lowers by itself to no less than 40 %, and raises nothing that is lower', () => {
    const lowered = (cadenceFactor: number) =>
      of([
        practice(1, {
          adaptations: [{ stepId: 'taps', easier: false, cadenceFactor }],
          steps: [calm('squats'), calm('taps', { overStops: 2 }), calm('sway')],
        }),
      ]).standing.adaptations[0]?.cadenceFactor;
    expect([lowered(0.45), lowered(0.3)]).toEqual([0.4, 0.3]);
  });

  test('what has no cadence has none to lower', () => {
    const steps = [calm('squats'), calm('taps'), calm('sway', { reachedCaution: true })];
    expect(of([practice(1, { steps })]).standing.adaptations).toEqual([]);
  });

  test('a step that is new to the routine begins as in a first session', () => {
    expect(of([practice(1, { steps: [calm('taps'), calm('sway')] })]).standing.adaptations).toEqual(
      [{ stepId: 'squats', easier: true, cadenceFactor: 0.7 }],
    );
  });

  test('a level given by hand holds for once', () => {
    expect(of([practice(2), practice(1, { level: 10, isLevelForOnce: true })]).standing.level).toBe(
      2,
    );
    expect(of([practice(1, { level: 10, isLevelForOnce: true })]).standing.level).toBe(0);
  });
});

describe('§5 down, by itself', () => {
  const level = (practices: readonly Practice[]) => of(practices).standing.level;

  test('one after discomfort', () => {
    expect(level([practice(2), practice(1, { hasDiscomfort: true })])).toBe(1);
    expect(of([practice(1, { hasDiscomfort: true })]).because).toBe(
      'Level 1, was 2: after discomfort.',
    );
    expect(level([practice(2, { hasDiscomfort: true }), practice(1, { level: 1 })])).toBe(1);
  });

  test('one after two sessions in a row ended by the guard, not after one, and not again after the next', () => {
    const ended = { isGuardEnded: true, isCompleted: false };
    expect(level([practice(2), practice(1, ended)])).toBe(2);
    expect(level([practice(3, ended), practice(2), practice(1, ended)])).toBe(2);
    expect(level([practice(2, ended), practice(1, ended)])).toBe(1);
    expect(
      level([practice(3, ended), practice(2, ended), practice(1, { ...ended, level: 1 })]),
    ).toBe(1);
  });

  test.each([
    [6, 2],
    [7, 1],
    [9, 1],
    [10, 0],
    [40, 0],
  ])('%i days without it: level 2 becomes %i', (days, expected) => {
    expect(level([practice(days)])).toBe(expected);
  });

  test('never below the least, and discomfort and a lapse add up', () => {
    expect(level([practice(40, { level: 1 })])).toBe(0);
    expect(level([practice(8, { level: 5, hasDiscomfort: true })])).toBe(3);
    expect(of([practice(40, { level: 0 })]).because).toBe(
      'Level 0, the least (40 days without it).',
    );
  });
});

describe('§5 up, only after adaptation and only when the person says yes', () => {
  test('three completed sessions on three days, without strain: one level is offered, only the dose rises', () => {
    const { up, standing } = of(threeGood);
    expect(standing.level).toBe(2);
    expect(up).toEqual({
      offers: [
        {
          kind: 'level',
          standing: { level: 3, adaptations: [] },
          because: 'Level 3: more of each exercise, no faster.',
        },
      ],
    });
  });

  test.each<[string, readonly Practice[], RegExp]>([
    ['two sessions', threeGood.slice(1), /1 more day at level 2/],
    ['three sessions on two days', changed(0, { day: threeGood[1]?.day ?? 0 }), /1 more day/],
    ['one of them not completed', changed(1, { isCompleted: false }), /1 more day/],
    ['one of them at another level', changed(0, { level: 1 }), /1 more day/],
    ['an over-stop', changed(0, { overStops: 1 }), /limit was passed/],
    ['more than half in caution', changed(1, { cautionMs: 300_001 }), /more than half/],
    ['effort over 4', changed(2, { cr10: 5 }), /rated 5/],
    [
      'effort not rated: not knowing is not being fine',
      threeGood.map(({ cr10: _, ...each }) => each),
      /rate the effort/,
    ],
    ['discomfort in one of them', changed(1, { hasDiscomfort: true }), /discomfort/],
    [
      'a session ended by the guard since',
      [...threeGood, practice(0, { isGuardEnded: true, isCompleted: false })],
      /pulse stayed up/,
    ],
    ['a lapse', [practice(11), practice(10), practice(9)], /present level again/],
  ])('%s: nothing is offered, and why', (_, practices, words) => {
    expect(kinds(practices)).toMatch(words);
  });

  test('exactly half in caution, effort exactly 4, and a session broken off without cause do not hinder', () => {
    expect(kinds(changed(1, { cautionMs: 300_000 }))).toEqual(['level']);
    expect(kinds(changed(1, { cr10: 4 }))).toEqual(['level']);
    expect(kinds([...threeGood, practice(0, { isCompleted: false })])).toEqual(['level']);
  });

  test('many sessions on two days and one on a third are three days', () => {
    expect(kinds([practice(3), practice(2), practice(1), practice(1, { minute: 1200 })])).toEqual([
      'level',
    ]);
  });

  test('not above 10', () => {
    expect(kinds(threeGood.map((each) => ({ ...each, level: 10 })))).toMatch(/no more/);
  });

  test('the cadence and the full exercise are offered apart from the level, for what stayed calm', () => {
    const adaptations = [
      { stepId: 'squats', easier: true, cadenceFactor: 0.7 },
      { stepId: 'taps', easier: false, cadenceFactor: 0.95 },
    ];
    const { up } = of(threeGood.map((each) => ({ ...each, adaptations })));
    const offers = 'none' in up ? [] : up.offers;
    expect(offers.map(({ kind, standing }) => [kind, standing])).toEqual([
      ['level', { level: 3, adaptations }],
      [
        'pace',
        {
          level: 2,
          adaptations: [
            { ...adaptations[0], cadenceFactor: 0.8 },
            { ...adaptations[1], cadenceFactor: 1 },
          ],
        },
      ],
      ['full', { level: 2, adaptations: [{ ...adaptations[0], easier: false }, adaptations[1]] }],
    ]);
    const strained = [
      calm('squats', { reachedCaution: true }),
      calm('taps', { isDone: false }),
      calm('sway'),
    ];
    const after = threeGood.map((each, at) => ({
      ...each,
      adaptations,
      ...(at === 0 && { steps: strained }),
    }));
    expect(kinds(after)).toEqual(['level']);
  });

  describe('at most one up a week', () => {
    const said = (daysAgo: number): AcceptedStanding => ({
      routineId: 'story',
      level: 2,
      adaptations: [],
      acceptedAt: `${dateOf(today - daysAgo)}T06:00:00.000Z`,
    });

    test('counted from the yes', () => {
      expect(kinds(threeGood, said(6))).toBe('At most one step up a week: the next in 1 day.');
      expect(kinds(threeGood, said(7))).toEqual(['level']);
    });

    test('seen in the journals where the yes is not known any more', () => {
      const lower = { level: 1 };
      expect(kinds([practice(7, lower), practice(6), practice(2), practice(1)])).toMatch(
        /next in 1 day/,
      );
      expect(kinds([practice(9, lower), practice(7), practice(2), practice(1)])).toEqual(['level']);
      const slower = { adaptations: [{ stepId: 'taps', easier: false, cadenceFactor: 0.8 }] };
      expect(kinds([practice(7, slower), practice(6), practice(2), practice(1)])).toMatch(
        /next in 1 day/,
      );
    });
  });
});

describe('§5 a yes', () => {
  const accepted: AcceptedStanding = {
    routineId: 'story',
    level: 3,
    adaptations: [{ stepId: 'taps', easier: false, cadenceFactor: 0.8 }],
    acceptedAt: `${dateOf(today)}T06:00:00.000Z`,
  };

  test('holds from then on, until the next session has been', () => {
    expect(of(threeGood, accepted)).toMatchObject({
      standing: { level: 3, adaptations: accepted.adaptations },
      because: 'Level 3, as you said yes to.',
    });
    expect(of([...threeGood, practice(-1, { level: 1 })], accepted).standing.level).toBe(1);
    expect(acceptedStandingSchema.parse(accepted)).toEqual(accepted);
  });

  test('what the last session lowered is in what was said yes to, and is not lowered again', () => {
    const strained = [calm('squats'), calm('taps', { reachedCaution: true }), calm('sway')];
    const { standing } = of([practice(1, { steps: strained, hasDiscomfort: true })], accepted);
    expect(standing).toEqual({ level: 3, adaptations: accepted.adaptations });
  });

  test('a lapse lowers what was said yes to', () => {
    const old = { ...accepted, acceptedAt: `${dateOf(today - 7)}T08:00:00.000Z` };
    expect(of([practice(9), practice(8), practice(7)], old).standing.level).toBe(2);
  });
});

test('§5 property: without a yes neither level nor cadence ever rises, whatever happened, and every line is one line', () => {
  const maybe = fc.boolean();
  const factor = fc.constantFrom(0.3, 0.4, 0.5, 0.7, 0.9, 1);
  const any = fc
    .record({
      daysAgo: fc.integer({ min: 0, max: 30 }),
      level: fc.integer({ min: 0, max: 10 }),
      factor,
      easier: maybe,
      caution: maybe,
      overStops: fc.integer({ min: 0, max: 2 }),
      isCompleted: maybe,
      isGuardEnded: maybe,
      hasDiscomfort: maybe,
      cr10: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ daysAgo, factor: cadenceFactor, easier, caution, overStops, ...more }) =>
      practice(daysAgo, {
        ...more,
        overStops,
        adaptations: [{ stepId: 'squats', easier, cadenceFactor }],
        steps: [calm('squats', { reachedCaution: caution, overStops }), calm('taps'), calm('sway')],
      }),
    );
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (sessions) => {
      const practices = [...sessions].sort((a, b) => a.day - b.day);
      const last = practices.at(-1);
      const { standing, because, up } = of(practices);
      expect(standing.level).toBeLessThanOrEqual(last?.level ?? 0);
      for (const before of last?.adaptations ?? []) {
        const now = standing.adaptations.find(({ stepId }) => stepId === before.stepId);
        expect(now?.cadenceFactor ?? 1).toBeLessThanOrEqual(before.cadenceFactor);
        expect((now?.easier ?? false) || !before.easier).toBe(true);
      }
      expect(because).not.toContain('\n');
      for (const { standing: more } of 'none' in up ? [] : up.offers) {
        expect(more.level - standing.level).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1500 },
  );
});
