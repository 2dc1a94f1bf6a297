import { BluetoothUnavailable } from '../../devices/ble/bluetooth-unavailable.ts';
import { LinkFailure } from '../../devices/ble/link-failure.ts';
import { DoorError, exitCode } from './door-error.ts';

const whatElse =
  'pulsepace doctor shows what is missing here. Without a strap: pulsepace train --sensor simulator.';

/** Bluetooth trouble as an error at the door, with what to do and exit code 4; any other error as it is. */
export function asBluetoothDoor(error: unknown): unknown {
  if (error instanceof BluetoothUnavailable) {
    return new DoorError(`${error.message}\n${error.advice}`, exitCode.bluetoothUnavailable);
  }
  if (!(error instanceof LinkFailure)) return error;
  const { message } = error;
  return new DoorError(
    `${message.charAt(0).toUpperCase()}${message.slice(1)}.\n${whatElse}`,
    exitCode.bluetoothUnavailable,
  );
}
