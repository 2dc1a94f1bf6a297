import { describe, expect, test } from 'vitest';
import { emptyFolder, run } from '../end-to-end/pulsepace.ts';
import { terminal } from '../end-to-end/terminal.ts';
import { recordedPulse } from './recorded-pulse.ts';

const rising = () =>
  `replay:${recordedPulse([
    { bpm: [80, 81], seconds: 10 },
    { bpm: [92, 93], seconds: 20 },
    { bpm: [104, 103], seconds: 600 },
  ])}`;

/** Colours of text and ground; bold, dim and inverse are none. */
const coloured = (bytes: string): boolean =>
  bytes
    .split('\u001b[')
    .some((part) => /^[\d;]*m/.test(part) && /(^|;)(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/.test(part));

describe.each([
  [80, 24],
  [40, 10],
])('at %i×%i', (columns, rows) => {
  test('A9 without colour each zone has its own word and sign, beside pulse and limits', async () => {
    const args = ['watch', '--sensor', rising(), '--speed', '8'];
    const screen = terminal(emptyFolder(), args, { columns, rows, env: { NO_COLOR: '1' } });
    const signs = new Set<string>();
    for (const word of ['EASY', 'CAUTION', 'OVER']) {
      const signed = new RegExp(`(\\S) +${word}\\b`);
      const shown = await screen.shows(signed, 30_000);
      signs.add(signed.exec(shown)?.[1] ?? '');
      expect(shown).toContain('bpm · live');
      expect(shown).toMatch(/90\D+100/);
    }
    expect([...signs].join('')).toBe('●▲■');
    screen.type('\u0003');
    await screen.exit;
    expect(coloured(screen.written())).toBe(false);
  }, 60_000);

  test('A10 both limits stand there with where they come from', async () => {
    const args = ['watch', '--sensor', rising(), '--caution', '86'];
    const screen = terminal(emptyFolder(), args, { columns, rows, env: { PULSEPACE_LIMIT: '97' } });
    const shown = await screen.shows('bpm · live', 30_000);
    expect(shown).toMatch(
      columns === 80
        ? /caution 86 \(set on the command line\) · limit 97 \(from the environment\)/
        : /86-97 flag\/env/,
    );
    screen.type('\u0003');
    await screen.exit;
  }, 60_000);
});

test('A10 so do lines, sentences and the journal say', async () => {
  const args = ['watch', '--sensor', rising(), '--speed', 'max', '--limit', '99', '--no-log'];
  const [plain, told, json] = await Promise.all(
    ['--plain', '--accessible', '--json'].map((form) => run(emptyFolder(), [...args, form])),
  );
  expect(plain?.stdout).toContain('caution 90 (the usual) · limit 99 (set on the command line)');
  expect(told?.stdout).toContain('Caution 90 (the usual), limit 99 (set on the command line).');
  expect(JSON.parse(json?.stdout.split('\n')[0] ?? '').limits).toMatchObject({
    cautionBpm: 90,
    cautionOrigin: 'source',
    limitBpm: 99,
    limitOrigin: 'flag',
  });
});

test.each([
  ['--caution', '100', '--limit', '100'],
  ['--caution', '105'],
  ['--limit', '90'],
  ['--limit', '221'],
  ['--caution', '39'],
])('A10 a pair that cannot be is refused at the start: %s %s %s %s', async (...limits) => {
  const { code, stdout, stderr } = await run(emptyFolder(), [
    ...['watch', '--sensor', 'simulator', '--speed', 'max', '--minutes', '1', '--plain', ...limits],
  ]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/\d/);
});
