import { accessSync, chmodSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { binary } from './pulsepace.ts';

/** Whether a command is there to be run. */
export const onPath = (command: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** A search path on which `pulsepace` is the program that was built, for what runs in shells. */
export function pathWithProgram(home: string): string {
  const folder = join(home, 'bin');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'pulsepace');
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${binary}' "$@"\n`);
  chmodSync(file, 0o755);
  return `${folder}${delimiter}${process.env.PATH}`;
}
