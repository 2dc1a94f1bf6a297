import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyFolder } from '../end-to-end/pulsepace.ts';

const preload = fileURLToPath(new URL('fixtures/lying-clock.mjs', import.meta.url));

export const hourMs = 3_600_000;

/** The wall clock of all programs with `env`, to be set while they run; what counts on by itself is not touched. */
export type LyingClock = {
  readonly env: NodeJS.ProcessEnv & { readonly NODE_OPTIONS: string };
  /** It is now this moment, in ms since 1970. */
  readonly setTo: (unixMs: number) => void;
  readonly leap: (byMs: number) => void;
};

export function lyingClock(): LyingClock {
  const file = join(emptyFolder(), 'off-by-ms');
  let offMs = 0;
  const set = (ms: number): void => {
    offMs = ms;
    // Whole at any moment: it may be read just now.
    writeFileSync(`${file}.new`, String(ms));
    renameSync(`${file}.new`, file);
  };
  set(0);
  return {
    env: { NODE_OPTIONS: `--import ${preload}`, CLOCK_OFF_FILE: file },
    setTo: (unixMs) => set(unixMs - Date.now()),
    leap: (byMs) => set(offMs + byMs),
  };
}
