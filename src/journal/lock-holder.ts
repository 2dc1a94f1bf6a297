import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { bootId, processStart } from './boot.ts';
import type { LockHolder } from './lock-holder-schema.ts';
import { errorCode } from './trouble.ts';

export function thisHolder(): LockHolder {
  return {
    pid: process.pid,
    host: hostname(),
    boot: bootId(),
    processStart: processStart(process.pid),
    startedAt: new Date().toISOString(),
    nonce: randomUUID(),
  };
}

/** Only what can be known for certain counts: on another host nobody is known to be gone. */
export function isGone(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return false;
  const boot = bootId();
  if (holder.boot !== undefined && boot !== undefined && holder.boot !== boot) return true;
  if (!isRunning(holder.pid)) return true;
  const start = processStart(holder.pid);
  return holder.processStart !== undefined && start !== undefined && start !== holder.processStart;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
