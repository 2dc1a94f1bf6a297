import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceName } from '../../../devices/ble/device-name.ts';

test.for([
  ['Polar H10 A1B2C3D4', 'Polar H10 A1B2C3D4'],
  ['Äüß 心拍 ♥', 'Äüß 心拍 ♥'],
  ['\u001b[2Jcleared', '[2Jcleared'],
  ['\u001b]52;c;aGk=\u0007x', ']52;c;aGk=x'],
  ['\u001b]8;;http://x\u001b\\click', ']8;;http://x\\click'],
  ['a\r\nb\tc', 'a b c'],
  ['\u009b31mred', '31mred'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['lone \ud800 surrogate', 'lone surrogate'],
  ['not utf-8 \ufffd', 'not utf-8'],
  [`e${'\u0301'.repeat(1000)}`, 'e\u0301\u0301'],
  ['../../etc/passwd', '../../etc/passwd'],
  ['__proto__', '__proto__'],
  ['\u0007\u0007', 'unnamed strap'],
  ['', 'unnamed strap'],
  [undefined, 'unnamed strap'],
  ['x'.repeat(300), 'x'.repeat(40)],
])('the name %j reaches a terminal as %j', ([raw, clean]) => {
  expect(deviceName(raw)).toBe(clean);
});

const codeUnits = fc
  .array(fc.nat(0xffff), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));
const PRINTABLE = /^\P{C}+$/u;

test('no name carries a control character, a line break or more than 40 characters', () => {
  fc.assert(
    fc.property(codeUnits, (raw) => {
      const name = deviceName(raw);
      expect(name).toMatch(PRINTABLE);
      expect([...name].length).toBeLessThanOrEqual(40);
      expect(deviceName(name)).toBe(name);
    }),
  );
});
