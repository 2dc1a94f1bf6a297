import { expect, test } from 'vitest';
import {
  examineAdapters,
  examineHolders,
  examineSwitches,
  hasRawNetworkRight,
  isWindowsSubsystem,
} from '../../../src/commands/doctor/adapters.ts';
import { systemTree } from './system-tree.ts';

test('adapters are named; none at all is a problem', () => {
  const two = systemTree({ 'sys/bluetooth/hci1/type': '', 'sys/bluetooth/hci0/type': '' });
  expect(examineAdapters(two)).toEqual({
    id: 'bluetooth.adapter',
    status: 'ok',
    sentence: 'Bluetooth adapter: hci0, hci1.',
  });
  expect(examineAdapters(systemTree({ 'sys/net/x': '' }))).toMatchObject({ status: 'problem' });
  const onlyALink = systemTree({ 'sys/bluetooth/hci0:64/type': '' });
  expect(examineAdapters(onlyALink)).toMatchObject({ status: 'problem' });
});

test.for([
  ['bluetooth', '0', '0', 'ok', undefined],
  ['bluetooth', '1', '0', 'problem', 'rfkill unblock bluetooth'],
  ['bluetooth', '0', '1', 'problem', 'rfkill list bluetooth'],
  ['bluetooth', '1', '1', 'problem', 'rfkill list bluetooth'],
  ['wlan', '1', '1', 'ok', undefined],
] as const)('a %s switch, soft %s, hard %s, is %s', ([type, soft, hard, status, command]) => {
  const folders = systemTree({
    'sys/rfkill/rfkill0/type': type,
    'sys/rfkill/rfkill0/soft': soft,
    'sys/rfkill/rfkill0/hard': hard,
  });
  const finding = examineSwitches(folders);
  expect(finding.status).toBe(status);
  expect(finding.command).toBe(command);
});

test('a connection the system holds is named as what hides a strap', () => {
  const held = systemTree({ 'sys/bluetooth/hci0/type': '', 'sys/bluetooth/hci0:64/type': '' });
  expect(examineHolders(held)).toMatchObject({
    status: 'warning',
    command: 'bluetoothctl devices Connected',
  });
  const idle = systemTree({ 'sys/bluetooth/hci0/type': '', 'proc/812/comm': 'bluetoothd' });
  expect(examineHolders(idle)).toMatchObject({
    status: 'ok',
    sentence: 'bluetoothd runs and holds no connection.',
  });
  expect(examineHolders(systemTree({ 'proc/812/comm': 'sshd' }))).toMatchObject({
    sentence: 'bluetoothd does not run, so it holds no strap.',
  });
});

test.for([
  ['0000000000002000', true],
  ['000001ffffffffff', true],
  ['0000000000001000', false],
  ['0000000000000000', false],
] as const)('effective capabilities %s contain cap_net_raw: %s', ([bits, expected]) => {
  const folders = systemTree({ 'proc/self/status': `Name:\tnode\nCapEff:\t${bits}` });
  expect(hasRawNetworkRight(folders)).toBe(expected);
});

test('without /proc the right is unknown, not refused', () => {
  expect(hasRawNetworkRight(systemTree({ 'sys/x': '' }))).toBeUndefined();
});

test('the Windows Subsystem for Linux is told by its kernel', () => {
  const wsl = 'Linux version 5.15.90.1-microsoft-standard-WSL2';
  expect(isWindowsSubsystem(systemTree({ 'proc/version': wsl }))).toBe(true);
  expect(isWindowsSubsystem(systemTree({ 'proc/version': 'Linux version 6.1.0' }))).toBe(false);
});
