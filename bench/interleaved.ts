import { readFileSync } from 'node:fs';
import { median } from './quantile.ts';

/** Undefined is a peer that is not there. */
export type Contenders = Readonly<Record<string, (() => unknown) | undefined>>;

export type Took = {
  /** Median. */
  readonly wallMs: number;
  /** Mean, of this process and of all it started; the kernel counts the latter in 10 ms. */
  readonly cpuMs: number;
  /** What the last run came to. */
  readonly value: unknown;
};

type Runs = { readonly wallMs: number[]; cpuMs: number; value: unknown };

type TookOf<Each extends Contenders> = {
  readonly [Name in keyof Each]: undefined extends Each[Name] ? Took | undefined : Took;
};

/** Runs all of them in turn, so many rounds after those to warm up, so that what slows the machine slows each of them. */
export async function interleaved<Each extends Contenders>(
  contenders: Each,
  rounds: number,
  warmUps = 1,
): Promise<TookOf<Each>> {
  const there = Object.entries(contenders).flatMap(([name, run]) =>
    run === undefined ? [] : [{ name, run, runs: { wallMs: [], cpuMs: 0, value: undefined } }],
  );
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { run, runs } of there) await measure(run, runs, round >= 0);
  }
  const took = there.map(({ name, runs }): [string, Took] => [
    name,
    { wallMs: median(runs.wallMs), cpuMs: runs.cpuMs / rounds, value: runs.value },
  ]);
  return Object.fromEntries(took) as TookOf<Each>;
}

async function measure(run: () => unknown, kept: Runs, counts: boolean): Promise<void> {
  globalThis.gc?.();
  const cpuFromMs = cpuMs();
  const fromMs = performance.now();
  kept.value = await run();
  const wallMs = performance.now() - fromMs;
  if (!counts) return;
  kept.wallMs.push(wallMs);
  kept.cpuMs += cpuMs() - cpuFromMs;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + endedChildrenMs();
}

/** cutime and cstime of proc(5): of children that have ended and been waited for. Nothing where there is no /proc. */
function endedChildrenMs(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return 0;
  }
}
