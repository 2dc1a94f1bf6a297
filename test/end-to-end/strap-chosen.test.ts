import { describe, expect, test } from 'vitest';
import type { RememberedSensor } from '../../src/commands/sensors/remembered.ts';
import { air, hearing, heart } from './air.ts';
import { knownHome, newestJournal, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const remembered = async (home: string): Promise<readonly RememberedSensor[]> =>
  JSON.parse((await run(home, ['sensors', '--json'])).stdout).sensors;

test('a strap nobody knows is offered by name and taken only after a yes; then it is remembered, and said', async () => {
  const here = await air();
  const home = knownHome();
  const strap = here.add('Polar H10');
  heart(strap);
  const screen = terminal(home, ['watch'], { env: here.env });
  await screen.shows('y takes Polar H10');
  expect(strap.count('connected')).toBe(0);
  screen.type('y');
  await screen.shows('bpm · live');
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expect(newestJournal(home).header).toMatchObject({ source: 'strap', sensor: 'Polar H10' });
  const first = await remembered(home);
  expect(first).toMatchObject([{ id: 'c00000000001', isDefault: true }]);

  const neighbour = here.add('Polar H10');
  const again = terminal(home, ['watch'], { env: here.env });
  await again.shows('bpm · live');
  again.type('\u0003');
  await again.exit;
  const [before, after] = [first, await remembered(home)].map((all) => all[0]?.lastSeenAt ?? '');
  expect(Date.parse(after ?? '')).toBeGreaterThan(Date.parse(before ?? ''));
  expect(again.written()).toContain('Using Polar H10 (c00000000001), remembered.');
  expect(neighbour.count('connected')).toBe(0);
});

test('q at the offer begins nothing, and gives the terminal back', async () => {
  const here = await air();
  const home = knownHome();
  const strap = here.add('Polar H10');
  const screen = terminal(home, ['train', '--screened'], { env: here.env });
  await screen.shows('y takes Polar H10');
  screen.type('q');
  expect((await screen.exit).exitCode).toBe(0);
  expect(await screen.screen()).toContain('nothing began');
  expect(strap.count('connected')).toBe(0);
  expect(() => newestJournal(home)).toThrow();
});

describe('without a terminal no strap is taken silently', () => {
  test('one in reach: 2, naming it and the flag', async () => {
    const here = await air();
    const strap = here.add('Polar H10');
    const ran = await run(knownHome(), ['watch', '--plain'], { env: here.env });
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/Polar H10 \(c00000000001\).*--sensor any/);
    expect(strap.count('connected')).toBe(0);
  });

  test('two in reach, though any would do: 2, naming both', async () => {
    const here = await air();
    const straps = [here.add('Polar H10'), here.add('TICKR')];
    const args = ['watch', '--plain', '--sensor', 'any'];
    const ran = await run(knownHome(), args, { env: here.env });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/Polar H10 \(c00000000001\)/);
    expect(ran.stderr).toMatch(/TICKR \(c00000000002\)/);
    expect(straps.map((strap) => strap.count('connected'))).toEqual([0, 0]);
  });

  test('one of two by its name: it is taken, the other is not, and it is remembered', async () => {
    const here = await air();
    const home = knownHome();
    const [other, mine] = [here.add('Polar H10'), here.add('TICKR')];
    heart(mine, { bpm: 81 });
    const screen = terminal(home, ['watch', '--plain', '--sensor', 'tickr'], { env: here.env });
    await screen.shows('81 bpm · live');
    screen.kill('SIGTERM');
    await screen.exit;
    expect(other.count('connected')).toBe(0);
    expect(await remembered(home)).toMatchObject([{ name: 'TICKR' }]);
  });
});

test.each(['EAFNOSUPPORT', 'ENODEV', 'EPERM'])(
  'train where the adapter says %s: one sentence, what to do, 4, and no screen is taken',
  async (fault) => {
    const env = { ...hearing('/nowhere'), PULSEPACE_VIRTUAL_FAULT: fault };
    const screen = terminal(knownHome(), ['train', '--screened', '--sensor', 'any'], { env });
    expect((await screen.exit).exitCode).toBe(4);
    expect(screen.written()).not.toContain('\u001b[?1049h');
    expect(screen.written()).not.toMatch(/noble|\n\s+at /);
  },
);
