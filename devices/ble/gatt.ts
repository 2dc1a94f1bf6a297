/** Bluetooth assigned numbers, as the driver writes them. */
export const SERVICE = { heartRate: '180d', battery: '180f', deviceInformation: '180a' } as const;

export const CHARACTERISTIC = {
  measurement: '2a37',
  bodyLocation: '2a38',
  controlPoint: '2a39',
  batteryLevel: '2a19',
  manufacturer: '2a29',
  model: '2a24',
  firmware: '2a26',
} as const;

/** Heart Rate Service 1.0, 3.3.1: the one command there is. */
export const RESET_ENERGY = Uint8Array.of(0x01);

const BODY_LOCATIONS = ['other', 'chest', 'wrist', 'finger', 'hand', 'ear lobe', 'foot'];

/** 0x2A38; undefined for a reserved value. */
export function bodyLocation(bytes: Uint8Array): string | undefined {
  return BODY_LOCATIONS[bytes[0] ?? -1];
}

/** 0x2A19 in percent; undefined for what cannot be one. */
export function batteryPercent(bytes: Uint8Array): number | undefined {
  const [percent] = bytes;
  return percent !== undefined && percent <= 100 ? percent : undefined;
}

/** HCI error codes (Core 5.4, Vol 1 Part F) that end a connection, in plain words. */
export function disconnectReason(code: number | undefined): string {
  switch (code) {
    case 0x08:
      return 'out of reach';
    case 0x13:
    case 0x15:
      return 'the strap hung up';
    case 0x14:
      return 'the strap ran out of power';
    case 0x3e:
      return 'the connection failed at once';
    default:
      return code === undefined
        ? 'the connection ended'
        : `the connection ended (0x${code.toString(16).padStart(2, '0')})`;
  }
}
