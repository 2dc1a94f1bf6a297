import { expect, test } from 'vitest';
import type { Link } from '../../devices/heart-rate-sensor.ts';
import { factSchema } from '../../src/session/facts.ts';

test.each<Link>([
  { status: 'searching', hint: 'come closer' },
  { status: 'connecting', name: 'Polar H10' },
  {
    status: 'connected',
    name: 'Polar H10',
    batteryPercent: 80,
    bodyLocation: 'chest',
    device: { manufacturer: 'Polar', model: 'H10', firmware: '5.0.0' },
  },
  { status: 'lost', reason: 'out of reach' },
])('a link that is $status is kept in the journal with all it carries', (link) => {
  const fact = { type: 'link-changed', atMs: 1, link };
  expect(factSchema.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
});
