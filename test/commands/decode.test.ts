import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decode } from '../../src/commands/decode.ts';
import { MAX_LINE_BYTES } from '../../src/commands/hex-lines.ts';

const MALFORMED = '{"malformed":true}';
const PLAIN = '{"bpm":72,"rrIntervalsMs":[]}';

async function decoded(...chunks: (Buffer | string)[]): Promise<string> {
  const written: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  await decode(Readable.from(chunks), output);
  return Buffer.concat(written).toString();
}

async function decodedLine(line: string): Promise<string> {
  return (await decoded(`${line}\n`)).replace(/\n$/, '');
}

describe('pulsepace decode', () => {
  test.each([
    ['0048', PLAIN],
    ['10480004', '{"bpm":72,"rrIntervalsMs":[1000]}'],
    ['1048200301000004', '{"bpm":72,"rrIntervalsMs":[781.25,0.9765625,1000]}'],
    ['0448', '{"bpm":72,"rrIntervalsMs":[],"skinContact":false}'],
    ['0648', '{"bpm":72,"rrIntervalsMs":[],"skinContact":true}'],
    ['08483412', '{"bpm":72,"rrIntervalsMs":[],"energyKj":4660}'],
    ['1f2c0134120004', '{"bpm":300,"rrIntervalsMs":[1000],"skinContact":true,"energyKj":4660}'],
    ['1048000402', '{"bpm":72,"rrIntervalsMs":[1000]}'],
  ])('writes %s as %s', async (line, json) => {
    expect(await decodedLine(line)).toBe(json);
  });

  test.each([
    '0648',
    '06 48',
    '  06\t48  ',
    '06:48',
    '06-48',
    '0x0648',
    '0X06 0x48',
    '0x06:0x48',
    '0648\r',
  ])('accepts the spelling %j', async (line) => {
    expect(await decodedLine(line)).toBe('{"bpm":72,"rrIntervalsMs":[],"skinContact":true}');
  });

  it('reads both cases of hex digits', async () => {
    const expected = '{"bpm":250,"rrIntervalsMs":[878.90625]}';
    expect(await decodedLine('10fa8403')).toBe(expected);
    expect(await decodedLine('10FA8403')).toBe(expected);
  });

  test.each([
    '',
    '   ',
    '\r',
    '00',
    '004',
    '0 048',
    '00 4',
    'zz',
    '0048z',
    '0048,',
    '00x48',
    '000x48',
    '0x0x48',
    '0x',
    '0048 0x',
    '0x 48',
    'x048',
    '10x48',
    '\u{ff10}\u{ff10}48',
    '00\u000048',
    '\u001b[31m0048',
  ])('calls %j malformed', async (line) => {
    expect(await decodedLine(line)).toBe(MALFORMED);
  });

  it('answers every line with one line, in order, empty ones too', async () => {
    expect(await decoded('0048\n\nxx\r\n0448\n')).toBe(
      `${PLAIN}\n${MALFORMED}\n${MALFORMED}\n{"bpm":72,"rrIntervalsMs":[],"skinContact":false}\n`,
    );
  });

  it('lets nothing of a malformed line into the next', async () => {
    for (const line of ['0x', '0', '0048 0x', '00z']) {
      expect(await decoded(`${line}\n0x0048\n`)).toBe(`${MALFORMED}\n${PLAIN}\n`);
    }
  });

  it('reads nothing as nothing, one newline as one empty packet', async () => {
    expect(await decoded()).toBe('');
    expect(await decoded('')).toBe('');
    expect(await decoded('\n')).toBe(`${MALFORMED}\n`);
  });

  it('counts a last line without newline, and no line after a trailing one', async () => {
    expect(await decoded('0048\n0048')).toBe(`${PLAIN}\n${PLAIN}\n`);
    expect(await decoded('0048\n0048\n')).toBe(`${PLAIN}\n${PLAIN}\n`);
  });

  it('reads the same however the bytes are cut into chunks', async () => {
    const text = '0x0648\r\n10 48 00 04\n\n08:48:34:12\n004\n10480004';
    const whole = await decoded(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: text.length })),
        fc.boolean(),
        async (cuts, asText) => {
          const marks = [0, ...cuts.sort((a, b) => a - b), text.length];
          const chunks = marks.slice(1).map((to, i) => text.slice(marks[i], to));
          const given = asText ? chunks : chunks.map((chunk) => Buffer.from(chunk));
          expect(await decoded(...given)).toBe(whole);
        },
      ),
    );
  });

  it('writes one line a line, each of it valid JSON, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const input = Buffer.from(bytes);
        const newlines = bytes.filter((byte) => byte === 10).length;
        const lines = (await decoded(input)).split('\n').slice(0, -1);
        lines.forEach((line) => void JSON.parse(line));
        const hasTail = input.length > 0 && input.at(-1) !== 10;
        expect(lines.length).toBe(newlines + (hasTail ? 1 : 0));
      }),
    );
  });

  it('reads the longest packet Bluetooth allows, 512 bytes, in the longest spelling', async () => {
    const line = `0x10 0x48 ${'0x00 0x04 '.repeat(255)}`;
    expect(JSON.parse(await decodedLine(line))).toEqual({
      bpm: 72,
      rrIntervalsMs: Array<number>(255).fill(1000),
    });
  });

  it('calls a line beyond the cap malformed, and reads the next one', async () => {
    const atCap = `0048${' '.repeat(MAX_LINE_BYTES - 4)}`;
    expect(await decoded(`${atCap}\n${atCap} \n0048\n`)).toBe(`${PLAIN}\n${MALFORMED}\n${PLAIN}\n`);
  });

  it('keeps nothing of an endless line', async () => {
    const chunk = Buffer.alloc(1 << 20, '0');
    const inUse = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const before = inUse();
    let most = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (let i = 0; i < 64; i += 1) {
        yield chunk;
        most = Math.max(most, inUse() - before);
      }
      yield Buffer.from('\n0048');
    }
    const output = new PassThrough();
    await decode(endless(), output);
    expect(String(output.read())).toBe(`${MALFORMED}\n${PLAIN}\n`);
    expect(most).toBeLessThan(24 << 20);
  });

  it('reads no further ahead than a slow reader allows', async () => {
    let given = 0;
    async function* source(): AsyncGenerator<string> {
      for (; given < 200; given += 1) yield '0048\n'.repeat(1000);
    }
    const output = new PassThrough({ highWaterMark: 1024 });
    const done = decode(source(), output);
    await once(output, 'readable');
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    expect(given).toBeLessThan(5);
    let length = 0;
    output.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    await done;
    output.end();
    await once(output, 'end');
    expect(length).toBe(200_000 * (PLAIN.length + 1));
  });

  it('leaves the output open', async () => {
    const output = new PassThrough();
    await decode(Readable.from(['0048\n']), output);
    expect(output.writableEnded).toBe(false);
  });

  it('ends quietly when the reader has gone, and rejects on any other failure', async () => {
    const failing = (code: string): Writable =>
      new Writable({
        write(_chunk, _encoding, done) {
          done(Object.assign(new Error(code), { code }));
        },
      });
    await expect(decode(Readable.from(['0048\n']), failing('EPIPE'))).resolves.toBeUndefined();
    await expect(decode(Readable.from(['0048\n']), failing('EIO'))).rejects.toThrow('EIO');
  });
});
