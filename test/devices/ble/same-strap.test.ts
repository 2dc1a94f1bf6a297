import { expect, test } from 'vitest';
import { fullerName, isSameName } from '../../../devices/ble/same-strap.ts';

test.each([
  ['Polar H10 AB', 'Polar H10 AB', true],
  ['Polar H10 AB', 'Polar H10', true],
  ['Polar H10', 'Polar H10 AB', true],
  ['Polar H10', 'unnamed strap', true],
  ['unnamed strap', 'Polar H10', true],
  ['Polar H10 AB', 'Polar H10 AC', false],
  ['Polar H10', 'Garmin HRM', false],
])('%s and %s: one strap %s', (one, other, isOne) => {
  expect(isSameName(one, other)).toBe(isOne);
});

test('a name that is left out, or cut short, does not make a strap forget the one it had', () => {
  expect(fullerName('unnamed strap', 'Polar H10')).toBe('Polar H10');
  expect(fullerName('Polar', 'Polar H10')).toBe('Polar H10');
  expect(fullerName('Polar H10', 'Polar')).toBe('Polar H10');
  expect(fullerName('Garmin', 'Polar H10')).toBe('Garmin');
  expect(fullerName('Polar H10', undefined)).toBe('Polar H10');
});
