/** A loaded machine is no reason to fail; nothing waits this long when all is well. */
export const PATIENCE_MS = 10_000;

/** Checks now, at each change and every few milliseconds; rejects with the story so far. */
export function until(
  truth: () => boolean,
  withinMs = PATIENCE_MS,
  waiting = new Set<() => void>(),
  story = () => '',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearInterval(poll);
      clearTimeout(late);
      waiting.delete(check);
    };
    const check = () => {
      if (!truth()) return;
      end();
      resolve();
    };
    const poll = setInterval(check, 5);
    const late = setTimeout(() => {
      end();
      reject(new Error(`not within ${withinMs} ms: ${truth}; ${story()}`));
    }, withinMs);
    waiting.add(check);
    check();
  });
}
