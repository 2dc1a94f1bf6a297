import { troubleWith } from './trouble.ts';

/** The data directory, or a file of it, cannot be used. One sentence: what, where, and what to do next. */
export class DataDirectoryError extends Error {
  readonly exitCode = 6;
  readonly path: string;

  constructor(path: string, reason: string, advice = chooseAnother, cause?: unknown) {
    super(`Cannot use ${JSON.stringify(path)}: ${reason}; ${advice}.`, { cause });
    this.name = 'DataDirectoryError';
    this.path = path;
  }
}

const chooseAnother =
  'choose another place with --data-dir or PULSEPACE_DATA_DIR, or train with --no-log';

export function asDataDirectoryError(error: unknown, path: string): DataDirectoryError {
  if (error instanceof DataDirectoryError) return error;
  return new DataDirectoryError(path, troubleWith(error), chooseAnother, error);
}
