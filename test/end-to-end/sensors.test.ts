import { expect, test } from 'vitest';
import { air, hearing, heart } from './air.ts';
import { emptyFolder, type Ran, run } from './pulsepace.ts';
import { terminal } from './terminal.ts';

const [arrowUp, arrowDown] = ['\u001b[A', '\u001b[B'];

/** What a scan prints that hears two straps: a longer one where a busy machine heard fewer. */
async function scanOfTwo(home: string, env: NodeJS.ProcessEnv, ...flags: string[]): Promise<Ran> {
  for (let seconds = 1; ; seconds *= 2) {
    const args = ['sensors', 'scan', '--seconds', `${seconds}`, ...flags];
    const ran = await run(home, args, { env });
    if (new Set(ran.stdout.match(/c0000000000\d/g)).size === 2 || seconds > 8) return ran;
  }
}

test('sensors scan without a terminal prints what it heard, cleaned, and changes nothing', async () => {
  const here = await air();
  const home = emptyFolder();
  here.add('Polar H10');
  here.add('\u001b[31mred\u0007');
  const ran = await scanOfTwo(home, here.env);
  expect(ran.code).toBe(0);
  expect(ran.stdout.trim().split('\n').sort()).toEqual([
    '####  Polar H10  c00000000001  new',
    '####  [31mred  c00000000002  new',
  ]);
  expect((await run(home, ['sensors', '--json'])).stdout).toContain('"sensors": []');
});

test('sensors scan on a terminal: a key listens to one, another takes it; the next list marks it', async () => {
  const here = await air();
  const home = emptyFolder();
  const [polar, other] = [here.add('Polar H10'), here.add('TICKR')];
  heart(polar, { bpm: 71 });
  heart(other, { bpm: 93 });
  const screen = terminal(home, ['sensors', 'scan'], { env: here.env, columns: 40, rows: 10 });
  await screen.shows('Polar H10');
  const list = await screen.shows('TICKR');
  const key = /(\d) +\S+ +TICKR/.exec(list)?.[1] ?? '';
  expect(polar.count('connected') + other.count('connected')).toBe(0);
  screen.type('y');
  screen.type(key);
  await screen.shows('TICKR: 93 bpm');
  screen.type(key === '2' ? arrowUp : arrowDown);
  await screen.shows('Polar H10: 71 bpm');
  screen.type('s');
  await screen.showsNot('bpm');
  screen.type(key);
  await screen.shows('TICKR: 93 bpm');
  screen.type('y');
  expect((await screen.exit).exitCode).toBe(0);
  expect(await screen.screen()).toContain('TICKR is remembered and will be worn.');
  const kept = await run(home, ['sensors', 'list', '--json']);
  expect(JSON.parse(kept.stdout)).toMatchObject({
    schema: 'pulsepace/sensors/1',
    sensors: [{ id: 'c00000000002', name: 'TICKR', isDefault: true }],
  });
  const again = await scanOfTwo(home, here.env, '--json');
  expect(JSON.parse(again.stdout).straps).toContainEqual(
    expect.objectContaining({ id: 'c00000000002', remembered: expect.anything() }),
  );
});

test('use finds a strap in reach by its name, name and forget go by any of its names', async () => {
  const here = await air();
  const home = emptyFolder();
  here.add('Polar H10');
  const sensors = (...args: string[]) => run(home, ['sensors', ...args], { env: here.env });
  expect((await sensors('use', 'polar h10')).stderr).toContain('Polar H10 is remembered');
  expect((await sensors('name', 'Polar H10', 'mine')).code).toBe(0);
  expect((await sensors()).stdout).toMatch(/^\* mine {2}Polar H10 {2}c00000000001 {2}last seen/);
  expect((await sensors('forget', 'mine')).code).toBe(0);
  const none = await sensors('forget', 'mine');
  expect([none.code, none.stderr]).toEqual([3, expect.stringContaining('sensors scan')]);
});

test.each(['EAFNOSUPPORT', 'ENODEV', 'EPERM'])(
  'sensors scan where the adapter says %s: one sentence, what to do, 4',
  async (fault) => {
    const env = { ...hearing('/nowhere'), PULSEPACE_VIRTUAL_FAULT: fault };
    const ran = await run(emptyFolder(), ['sensors', 'scan'], { env });
    expect([ran.code, ran.stdout]).toEqual([4, '']);
    expect(ran.stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(ran.stderr).not.toMatch(/\n\s+at |noble/);
  },
);

test('doctor names what is missing, ends with 4 where Bluetooth fails, and tells nothing of a pulse', async () => {
  const env = { ...hearing('/nowhere'), PULSEPACE_VIRTUAL_FAULT: 'EPERM' };
  const ran = await run(emptyFolder(), ['doctor', '--json'], { env });
  expect(ran.code).toBe(4);
  const { schema, findings } = JSON.parse(ran.stdout);
  expect(schema).toBe('pulsepace/doctor/1');
  expect(findings).toContainEqual(
    expect.objectContaining({ status: 'problem', command: expect.stringContaining('setcap') }),
  );
  expect(ran.stdout).not.toMatch(/bpm|profile\.json|\.ndjson/);
});
