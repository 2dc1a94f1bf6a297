import { describe, expect, test } from 'vitest';
import { effortOf, isUpright } from '../../src/commands/effort.ts';
import { headerOf, stepsOf, tell, through } from '../session/story.ts';

const header = headerOf(
  stepsOf({ posture: 'lying', effort: 'light' }, { posture: 'standing', effort: 'moderate' }),
);
const at = (toS: number) => tell(header, through([70, toS])).state;

describe('what a session asks of a simulated body', () => {
  test('nothing while it gets ready, rests or cools down', () => {
    expect([at(10), at(80), at(200)].map(effortOf)).toEqual([0, 0, 0]);
  });

  test('more of a moderate exercise than of a light one', () => {
    expect(effortOf(at(30))).toBeGreaterThan(0.1);
    expect(effortOf(at(130))).toBeGreaterThan(effortOf(at(30)));
  });

  test('to be on its feet from getting ready for a standing exercise until its end', () => {
    expect([at(30), at(80), at(100), at(130), at(200)].map(isUpright)).toEqual([
      ...[false, false, true, true, false],
    ]);
  });
});
