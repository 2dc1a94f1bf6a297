import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf, textCell, textOfCell } from '../../src/exchange/csv/cells.ts';
import { decodeCsv } from '../../src/exchange/csv/decode-csv.ts';
import { encodeCsv } from '../../src/exchange/csv/encode-csv.ts';
import { ExchangeError } from '../../src/exchange/exchange-error.ts';
import type { Fact } from '../../src/session/facts.ts';
import { pacedSession } from './stories.ts';

const { header, facts } = pacedSession();
const csv = encodeCsv(header, facts);
const lines = csv.split('\r\n');

describe('CSV of a session', () => {
  test('has its units in the header, and CRLF after every line and nowhere else', () => {
    expect(lines[0]).toBe(
      'time (ISO 8601),elapsed (s),heart rate (bpm),RR intervals (ms),trust,event,detail',
    );
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has every measurement in local time, what was not trusted too, and says which', () => {
    expect(lines[2]).toMatch(/^2026-11-22T08:00:00\.300\+01:00,0\.3,78,[\d. ]*,trusted,,$/);
    expect(
      lines.filter((line) => line.includes(',200,') && line.includes(',implausible,')),
    ).toHaveLength(1);
    const rows = lines.filter((line) => /,(trusted|implausible),/.test(line));
    expect(rows).toHaveLength(240);
  });

  test('has laps, pauses and warnings in order of time', () => {
    const events = lines
      .map((line) => line.split(',').slice(5).join(','))
      .filter((text) => /\w/.test(text));
    expect(events.slice(1)).toEqual([
      'session began,Plain',
      'lap began,Arm circles',
      'warning began,caution',
      'lap ended,Arm circles',
      'warning ended,"caution, peak 93 bpm"',
      'pause began,',
      'pause ended,',
      `lap began,"'=Squats, ""half"""`,
      `lap ended,"'=Squats, ""half"""`,
      'lap began,Évening out ♥',
      'lap ended,Évening out ♥',
      'written from,ab12cd plain strap',
      'session ended,',
    ]);
  });

  test('guards what a spreadsheet would run: a step named =… is text', () => {
    expect(csv).toContain(`lap began,"'=Squats, ""half"""`);
    expect(decodeCsv(csv).session.laps.map(({ name }) => name)).toContain('=Squats, "half"');
  });

  test('no cell begins with what a spreadsheet runs, whatever the text; and each text comes back', () => {
    const nasty = fc.array(
      fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', 'a', '1', 'é'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 2, maxLength: 4 }), (drawn) => {
        const texts = drawn.map((characters) => characters.join(''));
        const [cells = []] = rowsOf(`${texts.map(textCell).join(',')}\r\n`);
        expect(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell))).toBe(true);
        expect(cells.map(textOfCell)).toEqual(texts);
      }),
    );
  });

  test('damage: rows that make no sense are counted, a missing end is told, the rest is kept', () => {
    const broken = [
      ...lines.slice(0, 50),
      'nonsense',
      '2026-11-22T08:00:00Z,1e999,80,,trusted,,',
    ].join('\r\n');
    const { session, damage } = decodeCsv(broken);
    expect(damage).toEqual([
      '2 of its rows make no sense and were left out',
      'it is cut off: it has no end',
    ]);
    expect(session.points.length).toBeGreaterThan(40);
  });

  test('any text is refused or read, and nothing else is thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        try {
          decodeCsv(`${lines[0]}\r\n${text}`);
        } catch (error) {
          expect(error).toBeInstanceOf(ExchangeError);
        }
      }),
    );
  });

  test('a lap that was over as it began comes back, between those beside it', () => {
    const began = (stepIndex: number, atMs: number): Fact => ({
      type: 'exercise-began',
      atMs,
      stepIndex,
      plan: [],
    });
    const ended = (stepIndex: number, atMs: number): Fact => ({
      type: 'exercise-ended',
      atMs,
      stepIndex,
      outcome: 'skipped',
      remaining: [],
    });
    const told: Fact[] = [
      ...[began(0, 0), ended(0, 1000), began(1, 1000), ended(1, 1000), began(2, 1000)],
      ...[ended(2, 2000), { type: 'session-ended', atMs: 2000, reason: 'completed' } as const],
    ];
    const laps = decodeCsv(encodeCsv(header, told)).session.laps;
    expect(laps.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 1000],
      [1000, 1000],
      [1000, 2000],
    ]);
  });
});
