import { type Disk, realDisk } from '../../src/journal/disk.ts';

type Call = keyof Disk;

export type FaultyDisk = {
  readonly disk: Disk;
  /** The calls made so far, in order. */
  readonly calls: Call[];
  /** How many syncs are under way, at most. */
  readonly mostSyncsAtOnce: () => number;
  /** From now on: which calls fail, by their number from 0 and their name, and with what code. */
  failing(fault: ((index: number, call: Call) => string | undefined) | undefined): void;
};

/** The real disk, of which any call can be made to fail as the system would make it. */
export function faultyDisk(): FaultyDisk {
  const calls: Call[] = [];
  let fault: ((index: number, call: Call) => string | undefined) | undefined;
  let [syncs, most] = [0, 0];

  const fails = (call: Call): Error | undefined => {
    const code = fault?.(calls.length, call);
    calls.push(call);
    return code === undefined ? undefined : Object.assign(new Error(code), { code });
  };
  const guarded =
    <A extends unknown[], R>(call: Call, action: (...args: A) => R) =>
    (...args: A): R => {
      const error = fails(call);
      if (error !== undefined) throw error;
      return action(...args);
    };
  const disk: Disk = {
    openSync: guarded('openSync', realDisk.openSync),
    readSync: guarded('readSync', realDisk.readSync as (...args: unknown[]) => number),
    writeSync: guarded('writeSync', realDisk.writeSync),
    renameSync: guarded('renameSync', realDisk.renameSync),
    unlinkSync: guarded('unlinkSync', realDisk.unlinkSync),
    closeSync: guarded('closeSync', realDisk.closeSync),
    fsyncSync: guarded('fsyncSync', realDisk.fsyncSync),
    fdatasync: (fd, done) => {
      const error = fails('fdatasync');
      syncs += 1;
      most = Math.max(most, syncs);
      realDisk.fdatasync(fd, (real) => {
        syncs -= 1;
        done(error ?? real);
      });
    },
  };
  return {
    disk,
    calls,
    mostSyncsAtOnce: () => most,
    failing: (next) => {
      fault = next;
    },
  };
}
