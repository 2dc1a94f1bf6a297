import { test } from 'vitest';
import { type Change, expectUnmoved } from '../clock-set.ts';

const changes: Record<string, Change> = {
  'spring in Berlin': {
    zone: 'Europe/Berlin',
    at: '2026-03-29T01:00:00Z',
    before: '01:58',
    after: '03:10',
    offsets: [60, 120],
  },
  'autumn in Berlin': {
    zone: 'Europe/Berlin',
    at: '2026-10-25T01:00:00Z',
    before: '02:58',
    after: '02:10',
    offsets: [120, 60],
  },
  'spring on Lord Howe, by half an hour': {
    zone: 'Australia/Lord_Howe',
    at: '2026-10-03T15:30:00Z',
    before: '01:58',
    after: '02:40',
    offsets: [630, 660],
  },
};

test.each(Object.entries(changes))(
  'a clock set back and forth by hours over the change of clocks in %s: no fact is another, and day and length are right',
  (_, change) => expectUnmoved(change),
);
