import { grantLines, rights } from '../../../devices/ble/bluetooth-unavailable.ts';
import type { Probe } from '../../../devices/ble/probe.ts';
import {
  examineAdapters,
  examineHolders,
  examineSwitches,
  hasRawNetworkRight,
  isWindowsSubsystem,
  type SystemFolders,
} from './adapters.ts';
import type { Finding } from './finding.ts';
import { installDriver, rebuildDriver } from './mend-driver.ts';

export type BluetoothEvidence = {
  readonly platform: NodeJS.Platform;
  /** As `os.release()` says it. */
  readonly release: string;
  readonly folders: SystemFolders;
  /** The node that runs the radio, and whether it is the private copy. */
  readonly radioNode: string;
  readonly isPrivateNode: boolean;
  /** What came of really opening the adapter. */
  readonly probe: Probe;
};

const DRIVER_CODES = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];
const FIRST_WINDOWS_BUILD = 15063;

/** Everything between this program and a strap, from the driver outwards. */
export function examineBluetooth(evidence: BluetoothEvidence): Finding[] {
  return [
    examineDriver(evidence.probe),
    ...examineSystem(evidence),
    examinePower(evidence.probe, evidence.platform),
    examineRight(evidence),
    examineScan(evidence.probe),
  ];
}

function examineSystem({ platform, release, folders }: BluetoothEvidence): Finding[] {
  if (platform === 'linux') {
    const subsystem = isWindowsSubsystem(folders) ? [windowsSubsystem] : [];
    return [
      ...subsystem,
      examineAdapters(folders),
      examineSwitches(folders),
      examineHolders(folders),
    ];
  }
  return platform === 'win32' ? [examineWindows(release)] : [];
}

const windowsSubsystem: Finding = {
  id: 'bluetooth.system',
  status: 'problem',
  sentence: 'This is the Windows Subsystem for Linux, which has no Bluetooth: run it on Windows.',
  command: 'wsl.exe --exit',
};

export function examineWindows(release: string): Finding {
  const id = 'bluetooth.system';
  const build = Number(release.split('.')[2]);
  if (!Number.isInteger(build)) {
    return { id, status: 'unknown', sentence: `Windows does not say its build: ${release}.` };
  }
  if (build >= FIRST_WINDOWS_BUILD) {
    return { id, status: 'ok', sentence: `Windows build ${build} has Bluetooth Low Energy.` };
  }
  return {
    id,
    status: 'problem',
    sentence: `Windows build ${build} is too old; Bluetooth needs ${FIRST_WINDOWS_BUILD} or newer.`,
    command: 'start ms-settings:windowsupdate',
  };
}

function examineDriver(probe: Probe): Finding {
  const id = 'bluetooth.driver';
  if (probe.outcome === 'driver') {
    const sentence = `The Bluetooth driver does not stay up: ${probe.reason}.`;
    return { id, status: 'problem', sentence, command: rebuildDriver() };
  }
  if (probe.outcome !== 'unavailable' || !DRIVER_CODES.includes(probe.error.code)) {
    return { id, status: 'ok', sentence: 'The Bluetooth driver is installed and loads.' };
  }
  const { code, message } = probe.error;
  const command = code === 'ERR_DLOPEN_FAILED' ? rebuildDriver() : installDriver();
  return { id, status: 'problem', sentence: message, command };
}

function examinePower(probe: Probe, platform: NodeJS.Platform): Finding {
  const id = 'bluetooth.power';
  if (probe.outcome === 'listened') {
    return { id, status: 'ok', sentence: 'Bluetooth is switched on.' };
  }
  if (probe.outcome === 'adapter' && probe.trouble === 'off') {
    return { id, status: 'problem', sentence: 'Bluetooth is switched off.', ...switchOn(platform) };
  }
  if (probe.outcome === 'adapter' && probe.trouble === 'absent') {
    const sentence = 'No Bluetooth adapter answers: plug one in.';
    return { id, status: 'problem', sentence };
  }
  if (probe.outcome === 'adapter') {
    const sentence = 'The Bluetooth adapter does not say whether it is on: pull it and plug it in.';
    return { id, status: 'problem', sentence };
  }
  return { id, status: 'unknown', sentence: 'Whether Bluetooth is switched on could not be seen.' };
}

function switchOn(platform: NodeJS.Platform): { command?: string } {
  if (platform === 'linux') return { command: 'bluetoothctl power on' };
  if (platform === 'win32') return { command: 'start ms-settings:bluetooth' };
  if (platform === 'darwin')
    return { command: 'open x-apple.systempreferences:com.apple.BluetoothSettings' };
  return {};
}

function examineRight(evidence: BluetoothEvidence): Finding {
  const { probe, platform, folders, radioNode, isPrivateNode } = evidence;
  const id = 'bluetooth.right';
  if (probe.outcome === 'listened') {
    return { id, status: 'ok', sentence: 'This program may use Bluetooth.' };
  }
  if (probe.outcome === 'unavailable' && ['unauthorized', 'SIGABRT'].includes(probe.error.code)) {
    const { message } = probe.error;
    return platform === 'linux'
      ? { id, status: 'problem', sentence: message, command: rights(platform) }
      : { id, status: 'problem', sentence: `${message} ${rights(platform)}` };
  }
  if (probe.outcome === 'unavailable' && !DRIVER_CODES.includes(probe.error.code)) {
    const { message } = probe.error;
    return { id, status: 'problem', sentence: message };
  }
  if (platform !== 'linux') return unknownRight(id);
  if (hasRawNetworkRight(folders) === true) {
    return { id, status: 'ok', sentence: 'This process may use raw Bluetooth (cap_net_raw).' };
  }
  if (isPrivateNode) {
    const command = `getcap '${radioNode}'`;
    const sentence = 'A private copy of node runs the radio; whether it has the right shows here.';
    return { id, status: 'unknown', sentence, command };
  }
  const sentence =
    'This process may not use raw Bluetooth; a private copy of node can be given the right.';
  return { id, status: 'warning', sentence, command: grantLines().join('\n') };
}

function unknownRight(id: string): Finding {
  return { id, status: 'unknown', sentence: 'Whether Bluetooth may be used could not be seen.' };
}

function examineScan(probe: Probe): Finding {
  const id = 'bluetooth.scan';
  if (probe.outcome !== 'listened') {
    return { id, status: 'unknown', sentence: 'A test scan was not possible.' };
  }
  const { straps } = probe;
  if (straps.length === 0) {
    return {
      id,
      status: 'warning',
      sentence:
        'No strap was heard: wear it and wet it, end its connection to a watch or phone, come closer.',
      command: 'pulsepace sensors scan',
    };
  }
  const list = straps.map(({ name, rssi }) => `${name} (${rssi} dBm)`).join(', ');
  return { id, status: 'ok', sentence: `Heard: ${list}.` };
}
