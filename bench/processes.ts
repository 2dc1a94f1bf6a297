import { readdirSync, readFileSync } from 'node:fs';

const ticksPerS = 100;

/** A process and all it has started, itself first. Linux only, as all of this file. */
export const treeOf = (pid: number): readonly number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

/** Processor time of these processes so far, children that have ended included, in ms; the kernel counts in 10 ms. */
export const cpuMsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + ownCpuMs(pid), 0);

/** Resident memory of one process; 0 once it has ended. */
export const rssMiBOf = (pid: number): number => kibibytes(`/proc/${pid}/status`, 'VmRSS') / 1024;

/** Of these the part that belongs to no file, and so is shared with no other process. */
export const anonymousMiBOf = (pid: number): number =>
  kibibytes(`/proc/${pid}/status`, 'RssAnon') / 1024;

/** The most that was ever resident of one process, while it runs. */
export const peakMiBOf = (pid: number): number => kibibytes(`/proc/${pid}/status`, 'VmHWM') / 1024;

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && fieldsOf(Number(name))[1] === String(pid))
    .map(Number);
}

function ownCpuMs(pid: number): number {
  const ticks = fieldsOf(pid)
    .slice(11, 15)
    .reduce((sum, field) => sum + Number(field), 0);
  return (ticks * 1000) / ticksPerS;
}

/** From the state on: what stands before it may hold blanks. */
function fieldsOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
}

function kibibytes(path: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(path))?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
