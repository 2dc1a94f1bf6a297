/** One thing examined: how it stands, in one sentence, and the exact command that mends it where there is one. */
export type Finding = {
  readonly id: string;
  readonly status: 'ok' | 'warning' | 'problem' | 'unknown';
  readonly sentence: string;
  /** One command a line, to be copied as it is. */
  readonly command?: string;
};

const BLUETOOTH_UNAVAILABLE = 4;

/** 4 where a strap cannot be used, else 0: the rest of the program works without. */
export function doctorExitCode(findings: readonly Finding[]): number {
  const blocked = findings.some(
    ({ id, status }) => id.startsWith('bluetooth.') && status === 'problem',
  );
  return blocked ? BLUETOOTH_UNAVAILABLE : 0;
}
