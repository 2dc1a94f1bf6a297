import { COMMAND, command, u16 } from './hci.ts';

const ADVERTISING_INTERVAL = 0x20; // 20 ms, the shortest the specification allows

/** What a strap tells its controller before it advertises: its address, its service, its name. */
export function powerUp(name: string, address: string): Buffer[] {
  const shown = Buffer.from(name).subarray(0, 29);
  const services = Buffer.from([2, 1, 6, 3, 3, 0x0d, 0x18]);
  const response = Buffer.concat([Buffer.from([shown.length + 1, 9]), shown]);
  const parameters = Buffer.concat([
    u16(ADVERTISING_INTERVAL, ADVERTISING_INTERVAL),
    Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 7, 0]),
  ]);
  return [
    command(COMMAND.reset),
    command(COMMAND.leSetRandomAddress, Buffer.from(address.replaceAll(':', ''), 'hex').reverse()),
    command(COMMAND.leSetAdvertisingParameters, parameters),
    command(COMMAND.leSetAdvertisingData, lengthFirst(services)),
    command(COMMAND.leSetScanResponse, lengthFirst(response)),
  ];
}

function lengthFirst(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([data.length]), data, Buffer.alloc(31 - data.length)]);
}
