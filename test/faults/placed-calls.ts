import type { Traced } from './strace.ts';

/** A call by its thread, its file and its number there, alike in every run of a command. */
export type Placed = {
  readonly name: string;
  readonly call: string;
  /** Its number among those of its kind on its thread, and of those the ones on its file. */
  readonly n: number;
  readonly nOfPath: number;
  readonly isInjected: boolean;
  readonly pathIn: (home: string) => string;
};

/** The calls of a run in a home, in order. */
export function placesOf(home: string, { calls, main }: Traced): Placed[] {
  const counts = new Map<string, number>();
  const numbered = (what: string): number => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    return counts.get(what) ?? 0;
  };
  return calls.map(({ call, thread, line }) => {
    const path = /\/[^">]*/.exec(line.replace(/AT_FDCWD<[^>]*>/, ''))?.[0] ?? '';
    const role = `${thread === main ? 'main' : 'beside'} ${call}`;
    const inHome = path.replace(home, '').replace(/\d{4}-\d\d-\d\dT\d{6}Z/, 'then');
    const nOfPath = numbered(`${role} ${inHome}`);
    return {
      name: `${role} ${inHome} ${nOfPath}`,
      call,
      n: numbered(role),
      nOfPath,
      isInjected: line.includes('INJECTED'),
      pathIn: (other) => path.replace(home, other),
    };
  });
}
