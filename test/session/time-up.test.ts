import { describe, expect, test } from 'vitest';
import type { SessionHeader } from '../../src/session/header.ts';
import { openRoutine } from '../../src/session/routine.ts';
import {
  headerOf,
  linkLost,
  openHeader,
  plainRoutine,
  press,
  type Span,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const endOf = (inputs: Parameters<typeof tell>[1], change: Partial<SessionHeader> = {}) =>
  storyOf(tell(openHeader(change), inputs).facts, 'resumed', 'cool-down-began', 'session-ended');
const timeUpAfter = (...spans: readonly Span[]) => [
  ...through(...spans),
  press(spans.at(-1)?.[1] ?? 0, 'time-up'),
];

describe('§3 the minutes that were asked for are over: a cool-down, as after any stop', () => {
  test('who is known to be at rest is done at once', () => {
    expect(endOf(timeUpAfter([80, 60]))).toEqual(['60 session-ended completed']);
    expect(endOf(timeUpAfter([80, 50], [87, 61]))).toEqual(['61 session-ended completed']);
  });

  test.each<[string, readonly Span[]]>([
    [
      'above the resume threshold',
      [
        [80, 50],
        [88, 61],
      ],
    ],
    [
      'in caution',
      [
        [80, 50],
        [95, 60],
      ],
    ],
    [
      'in over',
      [
        [80, 50],
        [104, 60],
      ],
    ],
    ['down for less than ten seconds', [[80, 5]]],
    [
      'fallen from a caution that still stands',
      [
        [80, 40],
        [95, 55],
        [84, 60],
      ],
    ],
  ])('with a pulse %s', (_name, spans) => {
    const untilS = spans.at(-1)?.[1];
    expect(endOf(timeUpAfter(...spans))).toEqual([`${untilS} cool-down-began completed`]);
  });

  test('own limits do not make a raised pulse one at rest', () => {
    const limits = {
      cautionBpm: 140,
      limitBpm: 160,
      cautionOrigin: 'flag',
      limitOrigin: 'flag',
    } as const;
    expect(endOf(timeUpAfter([110, 60]), { limits })).toEqual(['60 cool-down-began completed']);
  });

  test('with a pulse that is not known', () => {
    const lost = [...through([80, 50]), linkLost(50), press(60, 'time-up')];
    expect(endOf(lost)).toEqual(['60 cool-down-began completed']);
    expect(endOf([tick(1), press(60, 'time-up')], { source: 'none' })).toEqual([
      '60 cool-down-began completed',
    ]);
  });

  test('where somebody walks, however low the pulse', () => {
    expect(endOf(timeUpAfter([80, 60]), { sport: 'walk' })).toEqual([
      '60 cool-down-began completed',
    ]);
    expect(endOf(timeUpAfter([80, 60]), { routine: { ...openRoutine, effort: 'light' } })).toEqual([
      '60 cool-down-began completed',
    ]);
  });

  test('in an exercise, which ends there', () => {
    const { facts } = tell(headerOf(plainRoutine()), timeUpAfter([80, 20]));
    expect(storyOf(facts).slice(-3)).toEqual([
      '20 key-pressed time-up',
      '20 exercise-ended 0 stopped',
      '20 cool-down-began completed',
    ]);
  });

  test('in a pause, which ends there', () => {
    const paused = [...through([95, 30]), press(30, 'pause'), ...through([95, 40]).slice(30)];
    expect(endOf([...paused, press(40, 'time-up')])).toEqual([
      '40 resumed',
      '40 cool-down-began completed',
    ]);
  });

  test('the cool-down is measured, and then the session is completed', () => {
    expect(endOf([...timeUpAfter([95, 60]), ...through([80, 200]).slice(60)])).toEqual([
      '60 cool-down-began completed',
      '190 session-ended completed',
    ]);
  });
});
