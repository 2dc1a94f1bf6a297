import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import { ExchangeError } from '../../src/exchange/exchange-error.ts';
import { decodeTcx } from '../../src/exchange/tcx/decode-tcx.ts';
import { encodeTcx } from '../../src/exchange/tcx/encode-tcx.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { openHeader, tell, through } from '../session/story.ts';
import { pacedSession } from './stories.ts';

const { header, facts } = pacedSession();
const session = carriedFrom(header, facts);
const app = 'pulsepace 0.1.0';
const tcx = encodeTcx(session, app);

const schema = '/usr/share/pytrainer/schemas/GarminTrainingCenterDatabase_v2.xsd';
const canValidate = existsSync(schema) && existsSync('/usr/bin/xmllint');
const open = openHeader({ sport: 'jog' });

test.skipIf(!canValidate).each([
  ['a routine with pauses, warnings and names in any script', header, facts],
  ['a sport without steps', open, tell(open, through([80, 30])).facts],
  ['a session without a pulse', open, []],
])("%s is valid by Garmin's schema (skipped without pytrainer and xmllint)", (_name, of, told) => {
  const path = join(temporaryFolder(), 'x.tcx');
  writeFileSync(path, encodeTcx(carriedFrom(of, told), app));
  const run = () =>
    execFileSync('/usr/bin/xmllint', ['--noout', '--nonet', '--schema', schema, path], {
      stdio: 'pipe',
    });
  expect(run).not.toThrow();
});

test.skipIf(!canValidate)('a lap in any other order is not valid by it (skipped likewise)', () => {
  const path = join(temporaryFolder(), 'x.tcx');
  const swapped = tcx.replace(/(<DistanceMeters>.*)\n(<Calories>.*)/, '$2\n$1');
  expect(swapped).not.toBe(tcx);
  writeFileSync(path, swapped);
  const run = () =>
    execFileSync('/usr/bin/xmllint', ['--noout', '--nonet', '--schema', schema, path], {
      stdio: 'pipe',
    });
  expect(run).toThrow();
});

test('no position and no RR is made up', () => {
  expect(tcx).not.toMatch(/Position|Latitude|RR/);
});

test('the notes say once that this is no medical device, and the title comes back without it', () => {
  expect(tcx.match(/no medical device/g)).toHaveLength(1);
  expect(tcx).toContain('</Lap>\n<Notes>');
  const read = decodeTcx(tcx).session.title;
  expect([read, decodeTcx(encodeTcx({ ...session, title: '' }, app)).session.title]).toEqual([
    session.title,
    undefined,
  ]);
});

describe('hostile TCX', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${tcx.slice(tcx.indexOf('<Training'))}`;
  const outside = tcx.replace(
    '<TrainingCenterDatabase',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><TrainingCenterDatabase',
  );

  test.each([
    ['an entity bomb', bomb],
    ['an external entity', outside],
    [
      '20 000 levels',
      tcx.replace('<Creator', `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}<Creator`),
    ],
  ])('%s is refused', (_name, text) => {
    expect(() => decodeTcx(text)).toThrow(ExchangeError);
  });

  test('an entity that is not one of the five stays as it is written', () => {
    const named = tcx.replace(/<Notes>Plain[^<]*<\/Notes>/, '<Notes>&e;&amp;&#65;&#x42;</Notes>');
    expect(decodeTcx(named).session.title).toBe('&e;&AB');
  });

  test('comments are passed over, and CDATA is the text that it holds', () => {
    const commented = tcx
      .replace(
        /<Notes>Plain[^<]*<\/Notes>/,
        '<Notes><![CDATA[a < b &amp;]]> and<!-- not --> c</Notes>',
      )
      .replaceAll('<Time>', '<Time><!-- UTC -->');
    const { session: read, damage } = decodeTcx(commented);
    expect([read.title, damage]).toEqual(['a < b &amp; and c', []]);
    expect(read.points).toEqual(decodeTcx(tcx).session.points);
  });

  test('a lap that claims to have begun decades before the others does not stretch the session over them', () => {
    const starts = [...tcx.matchAll(/StartTime="([^"]*)"/g)].map(([, time]) => time ?? '');
    const stray = tcx.replace(`StartTime="${starts[1]}"`, 'StartTime="1989-12-31T00:00:00Z"');
    const { session: read } = decodeTcx(stray);
    expect(read.startedAt).toBe(session.startedAt);
    expect(read.endMs).toBe(session.endMs);
  });

  test('64 truncations: the whole points before the cut, and a warning', () => {
    const all = decodeTcx(tcx).session.points;
    for (let cut = 1; cut <= 64; cut += 1) {
      const text = tcx.slice(0, Math.floor((tcx.length * cut) / 65));
      try {
        const { session: read, damage } = decodeTcx(text);
        expect(damage.length).toBeGreaterThan(0);
        expect(read.points).toEqual(all.slice(0, read.points.length));
      } catch (error) {
        expect(error).toBeInstanceOf(ExchangeError);
      }
    }
  });

  test('any text is refused or read, and nothing else is thrown', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '&',
      '<Lap>',
      '</Lap>',
      '<Track>',
      '<!--',
      '-->',
      '<Trackpoint>',
      '<Time>2026-11-22T07:00:00Z</Time>',
      ' a="b"',
      '\n',
      'x',
      '<![CDATA[',
      ']]>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          decodeTcx(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(ExchangeError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
