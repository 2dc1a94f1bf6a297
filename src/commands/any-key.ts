import type { Io } from './io.ts';

const leaving: ReadonlySet<string> = new Set(['\u0003', '\u0004', 'q', 'Q']);

/** Waits for a key, raw; false where it was Ctrl-C, q, or the end of the input. */
export function anyKey({ stdin }: Pick<Io, 'stdin'>): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (goesOn: boolean): void => {
      stdin.off('data', typed).off('end', ended).pause();
      stdin.setRawMode(false);
      resolve(goesOn);
    };
    const typed = (chunk: string): void => done(!leaving.has(chunk.charAt(0)));
    const ended = (): void => done(false);
    stdin.setRawMode(true);
    stdin.setEncoding('utf8').on('data', typed).on('end', ended).resume();
  });
}
