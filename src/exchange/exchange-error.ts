/** A file of others that gives nothing to keep. `code` is the exit code: 2 not ours to read, 5 damaged. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly exitCode: 2 | 5;

  constructor(message: string, exitCode: 2 | 5 = 5) {
    super(message);
    this.exitCode = exitCode;
  }
}
