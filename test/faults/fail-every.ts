import { expect } from 'vitest';
import { expectUndamaged, expectWhole, type FaultyCommand } from './faulty-commands.ts';
import { inTurns } from './in-turns.ts';
import { storingHome } from './storing-home.ts';
import { everyCall, type Fault, type Traced, traced } from './strace.ts';

const codes = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'];

export type Holds = FaultyCommand['holds'];

async function runWith({ args, files }: FaultyCommand, faults: readonly Fault[]) {
  const home = storingHome();
  return { home, run: await traced(home, args(home), faults, files(home)) };
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
 */
export async function failEvery(
  command: FaultyCommand,
  chance: () => number,
  takes: (call: string, n: number, how: '' | '+') => boolean = () => true,
): Promise<number> {
  const { run: reference } = await runWith(command, []);
  const faults = withoutRepetition(reference).flatMap(({ call, n }) =>
    (['', '+'] as const)
      .filter((how) => takes(call, n, how))
      .map((how): Fault => {
        const code = codes[Math.floor(chance() * codes.length)] ?? 'EIO';
        return { call, when: `${n}${how}`, does: `error=${code}` };
      }),
  );
  await inTurns(faults, 2, async (fault) => {
    const { home, run } = await runWith(command, [fault]);
    await named(fault, run, () => {
      expectWhole(home, run);
      command.holds(home, run, reference);
    });
  });
  return faults.length;
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
