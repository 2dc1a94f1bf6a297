import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { grantLines, rights } from '../../../devices/ble/bluetooth-unavailable.ts';
import { privateNodePath, radioNode } from '../../../devices/ble/private-node.ts';

function dataHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'private-node-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the private copy of node runs the radio once it is there, on Linux alone', () => {
  const environment = { XDG_DATA_HOME: dataHome() };
  const copy = privateNodePath(environment);
  expect(radioNode(environment, 'linux')).toBe(process.execPath);
  mkdirSync(join(copy, '..'), { recursive: true });
  writeFileSync(copy, '');
  expect(radioNode(environment, 'linux')).toBe(copy);
  expect(radioNode(environment, 'darwin')).toBe(process.execPath);
});

test('PULSEPACE_BLE_NODE names another node, and wins', () => {
  expect(radioNode({ PULSEPACE_BLE_NODE: '/opt/node' }, 'linux')).toBe('/opt/node');
});

test('the two lines grant the right to the copy and never to the node of the user', () => {
  expect(grantLines('/usr/bin/node', '/home/a/.local/share/pulsepace/node-ble')).toEqual([
    'install -D -m 0755 /usr/bin/node /home/a/.local/share/pulsepace/node-ble',
    'sudo setcap cap_net_raw+eip /home/a/.local/share/pulsepace/node-ble',
  ]);
});

test('a path with spaces or quotes can be pasted into a shell as it is printed', () => {
  expect(grantLines('/a b/node', "/it's/node-ble")[0]).toBe(
    String.raw`install -D -m 0755 '/a b/node' '/it'\''s/node-ble'`,
  );
});

test.for(['linux', 'darwin', 'win32'] as const)('%s has its own advice', (platform) => {
  const advice = { linux: 'setcap', darwin: 'Privacy & Security', win32: 'Privacy' };
  expect(rights(platform)).toContain(advice[platform]);
});
