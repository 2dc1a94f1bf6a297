/** A routine that cannot be used: where (file, line, column), what is wrong, and what to do. Exit code 2. */
export class RoutineError extends Error {
  override readonly name = 'RoutineError';
  readonly exitCode = 2;
}
