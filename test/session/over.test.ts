import { describe, expect, test } from 'vitest';
import { foldOf } from '../../src/session/resume.ts';
import { ready } from '../../src/session/state.ts';
import { resumeBelowBpm } from '../../src/session/thresholds.ts';
import { cadenced, moved, ofType, overStoryOf } from './pace.ts';
import { beats, headerOf, plainRoutine, storyOf, tell, tellOn, through } from './story.ts';

test('§3 over stops the exercise in that turn and recovery begins', () => {
  const told = tell(cadenced, through(moved, [101, 26]));
  expect(told.facts.slice(-5).map(({ type, atMs }) => [atMs, type])).toEqual([
    [25_000, 'measured'],
    [25_000, 'warning-raised'],
    [25_000, 'warning-raised'],
    [25_000, 'exercise-ended'],
    [25_000, 'recovery-began'],
  ]);
});

test('§3 over stops the exercise also in a journal that lost what came before it', () => {
  const { facts } = tell(cadenced, through(moved));
  const left = facts.filter(({ type }) => type !== 'get-ready-began');
  const told = tellOn({ facts: [], state: foldOf(cadenced, left) }, beats(101, 25, 26));
  expect(storyOf(told.facts, 'exercise-ended')).toEqual(['25 exercise-ended 0 over']);
});

describe('§3 what counts as an over-stop', () => {
  test('a short one, its mean within the limit, was a rest', () => {
    expect(overStoryOf(through(moved, [101, 29], [80, 60]))).not.toContainEqual(
      expect.stringContaining('counted'),
    );
  });

  test('one above the limit for 5 s counts', () => {
    expect(overStoryOf(through(moved, [101, 30], [80, 60]))).not.toContainEqual(
      expect.stringContaining('counted'),
    );
    expect(overStoryOf(through(moved, [101, 31], [80, 60]))).toContain('30 over-stop-counted 0');
  });

  test('values above the limit that are not one stretch do not add up', () => {
    const torn = through(moved, [101, 28], [98, 29], [101, 32], [80, 60]);
    expect(overStoryOf(torn)).not.toContainEqual(expect.stringContaining('counted'));
  });

  test('one whose mean of 10 s exceeds the limit counts', () => {
    expect(overStoryOf(through([80, 15], [99, 25], [120, 26], [80, 60]))).toContain(
      '25 over-stop-counted 0',
    );
  });
});

test.each([
  [undefined, 90, 100, 87],
  [60, 90, 100, 87],
  [82, 90, 100, 90],
  [95, 90, 100, 95],
  [70, 110, 120, 107],
])(
  '§3 resting %s, limits %s–%s: exercise goes on at a mean of %s',
  (restingBpm, cautionBpm, limitBpm, expected) => {
    const limits = { cautionBpm, limitBpm, cautionOrigin: 'key', limitOrigin: 'key' } as const;
    const state = ready({ ...cadenced, limits });
    expect(resumeBelowBpm(restingBpm === undefined ? state : { ...state, restingBpm })).toBe(
      expected,
    );
  },
);

describe('§3 after a stop', () => {
  const fourReps = headerOf(plainRoutine(2, { type: 'reps', reps: 4, cadencePerMin: 12 }));

  test('even one that does not count goes on at the eased cadence: over eases no less than caution', () => {
    const { facts } = tell(cadenced, through(moved, [102, 28], [80, 80]));
    const again = ofType(facts, 'exercise-began')[1];
    expect(again?.plan).toMatchObject([{ kind: 'move', cadencePerMin: 18 }]);
  });

  test('in the last rep nothing is left, and the exercise counts as done', () => {
    const { facts } = tell(fourReps, through([80, 32], [102, 33], [80, 120]));
    expect(ofType(facts, 'exercise-ended').map(({ outcome }) => outcome)).toContain('done');
    expect(ofType(facts, 'exercise-began').map(({ stepIndex }) => stepIndex)).toEqual([0, 1]);
  });
});
