import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

/** Where the kernel tells of adapters, switches and processes; a test gives folders of its own. */
export type SystemFolders = { readonly sysClass: string; readonly proc: string };
export const SYSTEM_FOLDERS: SystemFolders = { sysClass: '/sys/class', proc: '/proc' };

const CAP_NET_RAW = 13n;

/** What Linux says of its Bluetooth adapters without opening one. */
export function examineAdapters({ sysClass }: SystemFolders): Finding {
  const adapters = entries(join(sysClass, 'bluetooth')).filter((name) => /^hci\d+$/.test(name));
  const id = 'bluetooth.adapter';
  if (adapters.length === 0) {
    return {
      id,
      status: 'problem',
      sentence:
        'There is no Bluetooth adapter: plug one in, or switch it on in the firmware; this lists what is plugged in.',
      command: 'lsusb',
    };
  }
  const list = adapters.sort().join(', ');
  return { id, status: 'ok', sentence: `Bluetooth adapter: ${list}.` };
}

/** The switches of airplane mode, in software and in hardware. */
export function examineSwitches({ sysClass }: SystemFolders): Finding {
  const folder = join(sysClass, 'rfkill');
  const switches = entries(folder)
    .map((name) => join(folder, name))
    .filter((path) => content(join(path, 'type')) === 'bluetooth');
  const id = 'bluetooth.blocked';
  const on = (path: string, kind: 'soft' | 'hard') => content(join(path, kind)) === '1';
  if (switches.some((path) => on(path, 'hard'))) {
    return {
      id,
      status: 'problem',
      sentence: 'A switch or key on the computer blocks Bluetooth: turn it.',
      command: 'rfkill list bluetooth',
    };
  }
  if (switches.some((path) => on(path, 'soft'))) {
    return {
      id,
      status: 'problem',
      sentence: 'Airplane mode blocks Bluetooth.',
      command: 'rfkill unblock bluetooth',
    };
  }
  return { id, status: 'ok', sentence: 'No switch blocks Bluetooth.' };
}

/** Connections the system holds; a strap that is connected does not advertise. */
export function examineHolders({ sysClass, proc }: SystemFolders): Finding {
  const id = 'bluetooth.held';
  const held = entries(join(sysClass, 'bluetooth')).filter((name) => /^hci\d+:\d+$/.test(name));
  if (held.length > 0) {
    return {
      id,
      status: 'warning',
      sentence: `The system holds ${held.length} Bluetooth connection(s); a strap among them cannot be found.`,
      command: 'bluetoothctl devices Connected',
    };
  }
  const daemon = entries(proc).some(
    (name) => /^\d+$/.test(name) && content(join(proc, name, 'comm')) === 'bluetoothd',
  );
  const sentence = daemon
    ? 'bluetoothd runs and holds no connection.'
    : 'bluetoothd does not run, so it holds no strap.';
  return { id, status: 'ok', sentence };
}

/** Whether this very process may open a raw Bluetooth channel; undefined where that cannot be read. */
export function hasRawNetworkRight({ proc }: SystemFolders): boolean | undefined {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(content(join(proc, 'self', 'status')) ?? '');
  const bits = effective?.[1];
  return bits === undefined ? undefined : ((BigInt(`0x${bits}`) >> CAP_NET_RAW) & 1n) === 1n;
}

export function isWindowsSubsystem({ proc }: SystemFolders): boolean {
  return /microsoft/i.test(content(join(proc, 'version')) ?? '');
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function content(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
