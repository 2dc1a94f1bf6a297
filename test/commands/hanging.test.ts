import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns } from '../../src/commands/columns.ts';
import { doctorText } from '../../src/commands/doctor/render.ts';
import { hanging } from '../../src/commands/hanging.ts';
import { routineText } from '../../src/commands/routine-text.ts';
import { findRoutine } from '../../src/library/library.ts';
import { cellWidth } from '../../src/ui/cell-width.ts';
import { runs } from '../runs.ts';

const rows = [
  ['heart', 'morning', 'Gentle exercises for the heart and the vessels, paced by your pulse.'],
  ['neck', 'morning, day', 'Presses and slow turns.'],
];

test('off a terminal each row is one line, for other programs', () => {
  expect(columns(rows).trimEnd().split('\n')).toHaveLength(2);
});

test('on a terminal no word is broken: the last cell goes on under itself, or below where there is no room', () => {
  expect(columns(rows, 60)).toBe(
    [
      'heart  morning       Gentle exercises for the heart and the',
      '                     vessels, paced by your pulse.',
      'neck   morning, day  Presses and slow turns.',
      '',
    ].join('\n'),
  );
  expect(columns(rows, 40)).toBe(
    [
      'heart  morning',
      '  Gentle exercises for the heart and the',
      '  vessels, paced by your pulse.',
      'neck   morning, day',
      '  Presses and slow turns.',
      '',
    ].join('\n'),
  );
});

test('a routine is told within the terminal, and whole off it', () => {
  for (const id of ['heart', 'swim', 'cerebral']) {
    const routine = findRoutine(id);
    const narrow = routineText(routine, 40);
    for (const line of narrow.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(40);
    const words = (text: string): string => text.replace(/\s+/g, ' ');
    expect(words(narrow)).toBe(words(routineText(routine)));
  }
});

test('what the doctor says is broken between words, a command to be copied never', () => {
  const command = 'npm rebuild @abandonware/noble @abandonware/bluetooth-hci-socket';
  const finding = {
    id: 'driver',
    status: 'problem',
    sentence: 'The Bluetooth driver is not installed or was not built.',
    command,
  } as const;
  const lines = doctorText([finding], 50).split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'problem  The Bluetooth driver is not installed or',
    '         was not built.',
  ]);
  expect(lines[2]).toBe(`         $ ${command}`);
});

test('property: no row is wider than asked for, and no word is lost', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constant('x'), maxLength: 20 }),
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 24, max: 120 }),
      (label, words, width) => {
        const all = hanging(label === '' ? '' : `${label} `, words.join(' '), width);
        for (const row of all) expect(cellWidth(row)).toBeLessThanOrEqual(width);
        expect(all.join(' ').replace(/\s+/g, ' ').trim()).toBe(
          [label, ...words].filter((each) => each !== '').join(' '),
        );
      },
    ),
    { numRuns: runs(100) },
  );
});
