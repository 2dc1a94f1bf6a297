import { expect } from 'vitest';
import { expectUndamaged, expectWhole, type FaultyCommand } from './faulty-commands.ts';
import { inTurns } from './in-turns.ts';
import { type Placed, placesOf } from './placed-calls.ts';
import { storingHome } from './storing-home.ts';
import { everyCall, type Fault, type Traced, traced } from './strace.ts';

const codes = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'];

export type Holds = FaultyCommand['holds'];

async function runWith({ args, files }: FaultyCommand, faults: readonly Fault[], at?: Placed) {
  const home = storingHome();
  const only = at === undefined ? undefined : at.pathIn(home);
  return { home, run: await traced(home, args(home), faults, files(home), { only }) };
}

/** Beats are alike: of more writes of one type of fact than so many, the later ones are left out. */
const mostAlike = 3;

function withoutRepetition(reference: Traced) {
  const taken = new Map<string, number>();
  return everyCall(reference).filter(({ facts }) =>
    facts.some((fact) => {
      taken.set(fact, (taken.get(fact) ?? 0) + 1);
      return fact === '' || (taken.get(fact) ?? 0) <= mostAlike;
    }),
  );
}

/**
 * Runs a command once for every fault there is: each call of each kind on our files, once (``) or from then on (`+`), with
 * a code that `chance` gives it. `takes` leaves some out. Returns how many there were.
 *
 * strace counts the n-th call of each thread, and there are two: the main one, and the one that does what is not waited for
 * (`UV_THREADPOOL_SIZE=1`). So a run fails the n-th call of both, and where the main one's ends the program, the other's is
 * never made. Those that no run has failed have a run of their own, in which their file alone is watched; at last none may
 * be left.
 */
export async function failEvery(
  command: FaultyCommand,
  chance: () => number,
  takes: (call: string, n: number, how: '' | '+') => boolean = () => true,
): Promise<number> {
  const { home, run: reference } = await runWith(command, []);
  const faults = withoutRepetition(reference).flatMap(({ call, n }) =>
    (['', '+'] as const)
      .filter((how) => takes(call, n, how))
      .map((how): Fault => {
        const code = codes[Math.floor(chance() * codes.length)] ?? 'EIO';
        return { call, when: `${n}${how}`, does: `error=${code}` };
      }),
  );
  const failed = new Set<string>();
  const runOne = async (fault: Fault, at?: Placed): Promise<void> => {
    const { home, run } = await runWith(command, [fault], at);
    for (const { name, isInjected } of placesOf(home, run)) if (isInjected) failed.add(name);
    await named(fault, run, () => {
      expectWhole(home, run);
      command.holds(home, run, reference);
    });
  };
  await inTurns(faults, 2, (fault) => runOne(fault));
  const meant = new Set(faults.map(({ call, when }) => `${call} ${Number.parseInt(when, 10)}`));
  const hidden = placesOf(home, reference).filter(({ call, name, n }) => {
    return meant.has(`${call} ${n}`) && !failed.has(name);
  });
  await inTurns(hidden, 2, ({ call, nOfPath, ...place }) =>
    runOne({ call, when: String(nOfPath), does: 'error=EIO' }, { call, nOfPath, ...place }),
  );
  // How often it is synced hangs on how quick the machine is.
  const left = hidden.filter(({ call, name }) => call !== 'fdatasync' && !failed.has(name));
  expect(left.map(({ name }) => name)).toEqual([]);
  return faults.length + hidden.length;
}

/** The same with `kill -9` at each call. */
export async function killEvery(
  command: FaultyCommand,
  holds: Holds,
  takes: (call: string) => boolean = () => true,
): Promise<number> {
  const { run: reference } = await runWith(command, []);
  const calls = everyCall(reference).filter(({ call }) => takes(call));
  const faults = calls.map(
    ({ call, n }): Fault => ({ call, when: String(n), does: 'signal=SIGKILL' }),
  );
  await inTurns(faults, 2, async (fault) => {
    const { home, run } = await runWith(command, [fault]);
    await named(fault, run, () => {
      expect(run.code).toBe(null);
      expectUndamaged(home);
      holds(home, run, reference);
    });
  });
  return faults.length;
}

async function named(fault: Fault, { code, stderr }: Traced, check: () => void): Promise<void> {
  try {
    check();
  } catch (error) {
    const what = `inject=${fault.call}:${fault.does}:when=${fault.when}`;
    throw new Error(`${what} gave ${code}, ${JSON.stringify(stderr)}`, { cause: error });
  }
}
