import { privateNodePath } from './private-node.ts';

/** Bluetooth cannot be used on this machine as it is; no retry can help. `advice` says what to do. */
export class BluetoothUnavailable extends Error {
  override readonly name = 'BluetoothUnavailable';
  readonly code: string;
  readonly advice: string;

  constructor(code: string, message: string, advice: string) {
    super(message);
    this.code = code;
    this.advice = advice;
  }
}

const WITHOUT =
  'Use a computer with Bluetooth, or try the program without a strap: --sensor simulator.';
const MEANWHILE =
  'pulsepace doctor names that folder. To try the program without a strap: --sensor simulator.';
export const REBUILD = 'npm rebuild @abandonware/noble @abandonware/bluetooth-hci-socket';

/** Why the radio's process could not load its driver, from the code of the error it met. */
export function unavailableBecause(
  code: string,
  message: string,
  platform: NodeJS.Platform = process.platform,
): BluetoothUnavailable {
  switch (code) {
    case 'EAFNOSUPPORT':
      return new BluetoothUnavailable(
        code,
        'This system has no Bluetooth: its kernel lacks it, or this is a container or WSL.',
        WITHOUT,
      );
    case 'MODULE_NOT_FOUND':
    case 'ERR_MODULE_NOT_FOUND':
      return new BluetoothUnavailable(
        code,
        'The Bluetooth driver is not installed or was not built.',
        `In the folder of pulsepace run: npm install --include=optional && ${REBUILD}\n${MEANWHILE}`,
      );
    case 'ERR_DLOPEN_FAILED':
      return new BluetoothUnavailable(
        code,
        'The Bluetooth driver was built for another version of Node.',
        `In the folder of pulsepace run: ${REBUILD}\n${MEANWHILE}`,
      );
    case 'unauthorized':
      return new BluetoothUnavailable(
        code,
        'Bluetooth is there, but may not be used.',
        rights(platform),
      );
    case 'unsupported':
      return new BluetoothUnavailable(
        code,
        'The Bluetooth adapter is too old: it does not know Bluetooth Low Energy.',
        'Plug in a Bluetooth 4.0 or newer adapter.',
      );
    case 'SIGABRT':
      return platform === 'darwin'
        ? new BluetoothUnavailable(
            code,
            'This terminal app may not use Bluetooth.',
            rights(platform),
          )
        : new BluetoothUnavailable(code, 'This system has no Bluetooth.', WITHOUT);
    default:
      return new BluetoothUnavailable(code, `Bluetooth cannot be used: ${message}.`, WITHOUT);
  }
}

/** What gives this program the right to use Bluetooth here, by platform. */
export function rights(platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') {
    return 'Allow it for this terminal app in System Settings → Privacy & Security → Bluetooth.';
  }
  if (platform === 'linux') return grantLines().join('\n');
  return 'Allow Bluetooth for desktop apps in Settings → Privacy → Radios.';
}

/** The two lines that give a private copy of node, and nothing else, raw access to Bluetooth. */
export function grantLines(
  node: string = process.execPath,
  privateNode: string = privateNodePath(),
): [string, string] {
  return [
    `install -D -m 0755 ${quoted(node)} ${quoted(privateNode)}`,
    `sudo setcap cap_net_raw+eip ${quoted(privateNode)}`,
  ];
}

/** A path as a POSIX shell takes it for one word. */
export function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
