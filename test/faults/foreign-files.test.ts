import { expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import { encodeCsv } from '../../src/exchange/csv/encode-csv.ts';
import { ExchangeError } from '../../src/exchange/exchange-error.ts';
import { encodeFit } from '../../src/exchange/fit/encode-fit.ts';
import { readForeign } from '../../src/exchange/read-file.ts';
import { decodeSessionJson } from '../../src/exchange/session-json.ts';
import { pacedSession } from '../exchange/stories.ts';

const megabyte = 2 ** 20;
const { header, facts } = pacedSession();
const fit = encodeFit(carriedFrom(header, facts), 10);
const csv = encodeCsv(header, facts);
const csvHead = csv.slice(0, csv.indexOf('\r\n') + 2);

const laughs = ['<!ENTITY a "ha">']
  .concat(
    'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`),
  )
  .join('');
const tcx = (within: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<TrainingCenterDatabase><Activities><Activity Sport="Other"><Id>2026-11-20T07:00:00Z</Id><Lap StartTime="2026-11-20T07:00:00Z"><Track>${within}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
const point =
  '<Trackpoint><Time>2026-11-20T07:00:00Z</Time><HeartRateBpm><Value>80</Value></HeartRateBpm></Trackpoint>';

/** What is read or refused, and whether it took longer than a person waits; processor time, for the machine may be busy. */
function outcome(read: () => unknown): unknown {
  const began = process.cpuUsage();
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(ExchangeError);
    return error;
  } finally {
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(2);
  }
}

const texts: Record<string, string> = {
  'TCX, a billion laughs': tcx(`${point}<Notes>&j;</Notes>`, `<!DOCTYPE t [${laughs}]>`),
  'TCX, an external entity': tcx(
    `${point}<Notes>&x;</Notes>`,
    '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  ),
  'TCX, 200 000 elements deep': tcx('<Extensions>'.repeat(200_000)),
  'TCX, 4 MB of angle brackets': tcx('<'.repeat(4 * megabyte)),
  'TCX, 4 MB of comments that never end': tcx('<!--'.repeat(megabyte)),
  'TCX, 4 MB of CDATA that never ends': tcx('<![CDATA['.repeat(megabyte / 2)),
  'TCX, an element with 4 MB of attributes': tcx(`<Trackpoint ${'a="b" '.repeat(700_000)}>`),
  'TCX, 4 MB of quotes': tcx(`<Trackpoint a=${'"'.repeat(4 * megabyte)}>`),
  'TCX, 4 MB of ampersands in a name': tcx(`${point}<Notes>${'&#'.repeat(2 * megabyte)}</Notes>`),
  'CSV, 4 MB of quotes': csvHead + '"'.repeat(4 * megabyte),
  'CSV, a row of 4 MB of commas': csvHead + ','.repeat(4 * megabyte),
  'CSV, a million empty rows': csvHead + '\r\n'.repeat(megabyte),
  'RR text, a line of 8 MB': '8'.repeat(8 * megabyte),
  'RR text, a million lines': '800\n'.repeat(megabyte),
  'RR text, values no number holds': '1e999\nNaN\nInfinity\n-1\n9007199254740993\n',
  'blanks, 8 MB': ' '.repeat(8 * megabyte),
  'angle brackets after 4 MB of blanks': `${' '.repeat(4 * megabyte)}<`,
};

test.each(Object.entries(texts))('%s: refused or read in part, within 2 s', (name, text) => {
  const said = JSON.stringify(outcome(() => readForeign(Buffer.from(text)))).slice(0, 10_000);
  expect(said).not.toContain('root:');
  if (name.includes('laughs') || name.includes('external')) expect(said).not.toMatch(/haha/);
});

const lies: Record<string, (bytes: Buffer) => unknown> = {
  'a FIT header that says 4 GiB': (bytes) => bytes.writeUInt32LE(2 ** 32 - 1, 4),
  'a FIT header that says nothing follows': (bytes) => bytes.writeUInt32LE(0, 4),
  'a FIT definition of 255 fields': (bytes) => bytes.writeUInt8(255, 14 + 5),
  'a FIT file that is all definitions': (bytes) => bytes.fill(0x40, 14),
  'a FIT file that is all data of no definition': (bytes) => bytes.fill(0x0f, 14),
};

test.each(Object.entries(lies))('%s: told, within 2 s', (_, lie) => {
  const bytes = Buffer.from(fit);
  lie(bytes);
  const said = outcome(() => readForeign(bytes));
  if (said instanceof ExchangeError) return;
  expect((said as ReturnType<typeof readForeign>).damage.length).toBeGreaterThan(0);
});

test.each([
  ['depth 200 000', `{"schema":"pulsepace/session/1","header":${'['.repeat(200_000)}`],
  [
    '__proto__',
    '{"schema":"pulsepace/session/1","__proto__":{"polluted":1},"header":{},"facts":[]}',
  ],
  ['constructor', '{"schema":"pulsepace/session/1","constructor":{"prototype":{"polluted":1}}}'],
  ['numbers no double holds', '{"schema":"pulsepace/session/1","header":1e999,"facts":[]}'],
])('JSON of ours with %s: refused, and nothing of it is kept', (_, text) => {
  expect(outcome(() => decodeSessionJson(text))).toBeInstanceOf(ExchangeError);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
