import { quoted, REBUILD } from '../../../devices/ble/bluetooth-unavailable.ts';
import { isInstalled, ownPackage } from '../program-folder.ts';

/** The line that builds the driver again for this Node, and in this program's own folder, wherever it is run. */
export const rebuildDriver = (): string => inOwnFolder(REBUILD);

/** The line that installs the driver too, where it fell away. */
export function installDriver(): string {
  const without = isInstalled(ownPackage()?.folder ?? '') ? '--omit=dev ' : '';
  return inOwnFolder(`npm install ${without}--include=optional && ${REBUILD}`);
}

function inOwnFolder(command: string): string {
  const folder = ownPackage()?.folder;
  return folder === undefined ? command : `cd ${quoted(folder)} && ${command}`;
}
