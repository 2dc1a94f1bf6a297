import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the copy of node lives that alone carries cap_net_raw. */
export function privateNodePath(environment: Environment = process.env): string {
  const data = environment.XDG_DATA_HOME || join(homedir(), '.local', 'share');
  return join(data, 'pulsepace', 'node-ble');
}

/** The node that runs the radio: PULSEPACE_BLE_NODE, else the private copy, else our own. */
export function radioNode(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const named = environment.PULSEPACE_BLE_NODE;
  if (named) return named;
  const copy = privateNodePath(environment);
  return platform === 'linux' && existsSync(copy) ? copy : process.execPath;
}
