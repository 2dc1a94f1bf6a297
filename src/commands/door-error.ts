/** The documented exit codes. */
export const exitCode = {
  ok: 0,
  ourFault: 1,
  usage: 2,
  notFound: 3,
  bluetoothUnavailable: 4,
  damaged: 5,
  unwritable: 6,
} as const;

/** Something at the door that we cannot work with: one sentence that says what, where and what to do. */
export class DoorError extends Error {
  override readonly name = 'DoorError';
  readonly exitCode: number;

  constructor(message: string, code: number = exitCode.usage) {
    super(message);
    this.exitCode = code;
  }
}
