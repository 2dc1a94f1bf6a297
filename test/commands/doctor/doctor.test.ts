import { afterEach, beforeEach, expect, test } from 'vitest';
import { doctor } from '../../../src/commands/doctor/doctor.ts';
import { doctorExitCode } from '../../../src/commands/doctor/finding.ts';
import { doctorJson, doctorText } from '../../../src/commands/doctor/render.ts';
import { FIXTURE_DRIVER, type Room, room } from '../../virtual-strap/room.ts';
import { until } from '../../virtual-strap/until.ts';
import { systemTree } from './system-tree.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

function examine(listenMs: number, env: Readonly<Record<string, string>> = {}) {
  return doctor({
    dataDirectory: '/tmp/pulsepace-not-there',
    terminal: { isTerminal: true, columns: 80, rows: 24, environment: { LANG: 'C.UTF-8' } },
    folders: systemTree({ 'sys/bluetooth/hci0/type': '', 'proc/self/status': 'CapEff:\t0' }),
    listenMs,
    radio: { driver: FIXTURE_DRIVER, env: { ...here.environment, ...env } },
  });
}

/** Listens longer where a busy machine's driver did not answer in time. */
async function examined() {
  const findings = await examine(3_000);
  const isSilent = findings.some(({ sentence }) => /does not say whether it is on/.test(sentence));
  return isSilent ? examine(15_000) : findings;
}

test('doctor really opens the adapter and names the straps it hears', async () => {
  here.add('Polar H10');
  const findings = await examined();
  expect(findings.map(({ status }) => status)).not.toContain('problem');
  expect(findings).toContainEqual({
    id: 'bluetooth.scan',
    status: 'ok',
    sentence: 'Heard: Polar H10 (-55 dBm).',
  });
  await until(() => here.radio.hosts.length === 0);
});

test('doctor without permission says the two lines and ends with 4', async () => {
  const findings = await examine(3_000, { PULSEPACE_VIRTUAL_FAULT: 'EPERM' });
  expect(doctorExitCode(findings)).toBe(4);
  expect(doctorText(findings)).toMatch(
    /^problem {2}Bluetooth is there, but may not be used\.\n {9}\$ install -D .*\n {9}\$ sudo setcap/m,
  );
});

test('doctor ends by itself once it has listened for as long as it was told', async () => {
  const begun = performance.now();
  const findings = await examined();
  expect(performance.now() - begun).toBeLessThan(3_000 + 15_000 + 20_000);
  expect(findings).toContainEqual(
    expect.objectContaining({ id: 'bluetooth.scan', status: 'warning' }),
  );
});

test('each finding is one sentence, and JSON carries all of it under a schema', async () => {
  const findings = await examine(3_000, { PULSEPACE_VIRTUAL_FAULT: 'ENODEV' });
  for (const { sentence } of findings) expect(sentence).toMatch(/^[^\n]+\.$/);
  expect(JSON.parse(doctorJson(findings))).toEqual({ schema: 'pulsepace/doctor/1', findings });
});
