/** Works through jobs, so many at a time; the first that fails is told. */
export async function inTurns<T>(
  jobs: readonly T[],
  atOnce: number,
  work: (job: T) => Promise<void>,
): Promise<void> {
  const rest = [...jobs];
  const worker = async (): Promise<void> => {
    for (let job = rest.shift(); job !== undefined; job = rest.shift()) await work(job);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
