import { release } from 'node:os';
import { privateNodePath, radioNode } from '../../../devices/ble/private-node.ts';
import { probe } from '../../../devices/ble/probe.ts';
import type { RadioOptions } from '../../../devices/ble/strap.ts';
import { SYSTEM_FOLDERS, type SystemFolders } from './adapters.ts';
import { examineBluetooth } from './bluetooth.ts';
import type { Finding } from './finding.ts';
import {
  examineDataDirectory,
  examineNode,
  examineSpace,
  examineTerminal,
  type Terminal,
} from './surroundings.ts';

export type DoctorOptions = {
  readonly dataDirectory: string;
  readonly terminal: Terminal;
  readonly folders?: SystemFolders;
  /** How long to listen for a strap, at most; with it the whole examination stays under 20 s. */
  readonly listenMs?: number;
  readonly radio?: RadioOptions;
};

const LISTEN_MS = 15_000;

/** Examines all a session needs, opening the adapter once and writing nothing. */
export async function doctor(options: DoctorOptions): Promise<Finding[]> {
  const { dataDirectory, terminal, folders = SYSTEM_FOLDERS, listenMs = LISTEN_MS } = options;
  const node = options.radio?.execPath ?? radioNode();
  const bluetooth = examineBluetooth({
    platform: process.platform,
    release: release(),
    folders,
    radioNode: node,
    isPrivateNode: node === privateNodePath(),
    probe: await probe(listenMs, options.radio),
  });
  return [
    examineNode(process.version),
    ...bluetooth,
    examineDataDirectory(dataDirectory),
    examineSpace(dataDirectory),
    examineTerminal(terminal),
  ];
}
