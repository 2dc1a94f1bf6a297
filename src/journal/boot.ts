import { readFileSync } from 'node:fs';

/** Which start of the machine this is; undefined where the system has no name for it. */
export function bootId(): string | undefined {
  return read('/proc/sys/kernel/random/boot_id')?.trim();
}

/** When a process began, in the kernel's ticks: with it a number given out again is no longer the same process. */
export function processStart(pid: number): string | undefined {
  // After the name, which is in brackets and may hold anything, the 20th field is starttime (proc(5)).
  const stat = read(`/proc/${pid}/stat`);
  return stat
    ?.slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .at(19);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
