import { setFlagsFromString } from 'node:v8';

/** Fifteen times what V8 has by default, in bytes of bytecode run. */
const budgetBytes = 2 ** 20;

/**
 * Lets V8 make optimized code of a function only after more of it has run. Work of some ten milliseconds is over before such
 * code would pay, and at the end of the process Node waits for what is still being compiled, a third of all its time.
 * Code that V8 or Node keep ready is not taken after this, so all that is loaded should be there. Asked of the V8
 * that it was measured with alone: the next has another compiler.
 */
export function optimizeLate(): void {
  if (process.versions.v8.startsWith('11.'))
    setFlagsFromString(`--interrupt-budget=${budgetBytes}`);
}
