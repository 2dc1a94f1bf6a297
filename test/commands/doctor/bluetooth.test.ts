import { expect, test } from 'vitest';
import { unavailableBecause } from '../../../devices/ble/bluetooth-unavailable.ts';
import type { Probe } from '../../../devices/ble/probe.ts';
import { examineBluetooth, examineWindows } from '../../../src/commands/doctor/bluetooth.ts';
import { doctorExitCode, type Finding } from '../../../src/commands/doctor/finding.ts';
import { systemTree } from './system-tree.ts';

const HEALTHY = {
  'sys/bluetooth/hci0/type': '',
  'proc/self/status': 'CapEff:\t0000000000000000',
};

function examine(probe: Probe, platform: NodeJS.Platform = 'linux', files: object = HEALTHY) {
  const folders = systemTree({ ...files });
  return examineBluetooth({
    platform,
    release: '10.0.14393',
    folders,
    radioNode: '/usr/bin/node',
    isPrivateNode: false,
    probe,
  });
}

function statuses(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(
    findings.map(({ id, status }) => [id.replace('bluetooth.', ''), status]),
  );
}

const unavailable = (code: string): Probe => ({
  outcome: 'unavailable',
  error: unavailableBecause(code, code),
});

test('a strap that was heard proves driver, power and right', () => {
  const straps = [{ id: 'c00000000001', name: 'Polar H10', rssi: -61 }];
  const findings = examine({ outcome: 'listened', straps });
  expect(new Set(Object.values(statuses(findings)))).toEqual(new Set(['ok']));
  expect(findings.at(-1)?.sentence).toBe('Heard: Polar H10 (-61 dBm).');
  expect(doctorExitCode(findings)).toBe(0);
});

test('a silent room is a warning with hints, not an unavailable Bluetooth', () => {
  const findings = examine({ outcome: 'listened', straps: [] });
  expect(statuses(findings)).toMatchObject({ power: 'ok', right: 'ok', scan: 'warning' });
  expect(doctorExitCode(findings)).toBe(0);
});

test.for([
  ['MODULE_NOT_FOUND', 'driver', /^cd \S+ && npm install .*npm rebuild/],
  ['ERR_DLOPEN_FAILED', 'driver', /^cd \S+ && npm rebuild/],
  ['unauthorized', 'right', /install -D .*\nsudo setcap cap_net_raw\+eip /],
] as const)('%s is a problem of the %s with the exact command', ([code, id, command]) => {
  const findings = examine(unavailable(code));
  const problems = findings.filter(({ status }) => status === 'problem');
  expect(problems.map((each) => each.id)).toEqual([`bluetooth.${id}`]);
  expect(problems[0]?.command).toMatch(command);
  expect(doctorExitCode(findings)).toBe(4);
});

test.for([
  ['off', 'bluetoothctl power on'],
  ['absent', undefined],
  ['mute', undefined],
] as const)('an adapter that is %s is a problem of power', ([trouble, command]) => {
  const findings = examine({ outcome: 'adapter', trouble, reason: trouble });
  const problems = findings.filter(({ status }) => status === 'problem');
  expect(problems.map(({ id }) => id)).toEqual(['bluetooth.power']);
  expect(problems[0]?.command).toBe(command);
  expect(doctorExitCode(findings)).toBe(4);
});

test('on macOS a driver that aborts means the terminal app lacks the permission', () => {
  const error = unavailableBecause('SIGABRT', '', 'darwin');
  const findings = examine({ outcome: 'unavailable', error }, 'darwin');
  expect(statuses(findings)).toMatchObject({ driver: 'ok', right: 'problem' });
  expect(doctorExitCode(findings)).toBe(4);
  expect(findings.find(({ id }) => id === 'bluetooth.right')?.sentence).toContain(
    'System Settings → Privacy & Security → Bluetooth',
  );
});

test.for([
  ['10.0.14393', 'problem'],
  ['10.0.15063', 'ok'],
  ['10.0.22631', 'ok'],
  ['what', 'unknown'],
] as const)('Windows %s is %s', ([release, status]) => {
  expect(examineWindows(release).status).toBe(status);
});

test('WSL is told as such', () => {
  const files = { ...HEALTHY, 'proc/version': 'Linux 5.15-microsoft-standard-WSL2' };
  const findings = examine(unavailable('EAFNOSUPPORT'), 'linux', files);
  expect(statuses(findings)).toMatchObject({ system: 'problem', driver: 'ok' });
});
