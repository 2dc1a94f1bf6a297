import { type ChildProcess, spawn } from 'node:child_process';

/** So many loops that never rest, until `stop`. */
export function busyLoops(count: number): { readonly stop: () => void } {
  const loops = Array.from(
    { length: count },
    (): ChildProcess => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  const stop = (): void => {
    for (const loop of loops) loop.kill('SIGKILL');
  };
  process.once('exit', stop);
  return { stop };
}
